using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Infoscope.Testing;

namespace Infoscope.Plugins.SoftEntropy.Tests.References;

/// <summary>Reads the reference arrays: npy 1.0 in C order of float32, int64 or uint8.</summary>
internal static partial class NpyFile
{
    /// <summary>Reads the rows of a two-axis array.</summary>
    public static double[][] Rows(string name)
    {
        var (values, shape) = Read(name);
        return [.. values.Chunk(shape[1])];
    }

    /// <summary>Reads whole numbers of one axis.</summary>
    public static int[] Integers(string name) => [.. Read(name).Values.Select(value => checked((int)value))];

    private static (double[] Values, int[] Shape) Read(string name)
    {
        var bytes = File.ReadAllBytes(Repository.PathOf(typeof(NpyFile).Assembly, "tests", "ReferenceValues", "soft-entropy", name + ".npy"));
        var data = 10 + BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(8));
        var header = Encoding.ASCII.GetString(bytes.AsSpan(10, data - 10));
        Assert.Contains("'fortran_order': False", header);
        int[] shape = [.. ShapePattern().Match(header).Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(axis => int.Parse(axis, CultureInfo.InvariantCulture))];
        Func<int, double> element = TypePattern().Match(header).Groups[1].Value switch
        {
            "<f4" => i => BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(data + 4 * i)),
            "<i8" => i => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(data + 8 * i)),
            "|u1" => i => bytes[data + i],
            var type => throw new NotSupportedException($"{name} holds {type}"),
        };
        return ([.. Enumerable.Range(0, shape.Aggregate(1, (product, axis) => product * axis)).Select(element)], shape);
    }

    [GeneratedRegex(@"'shape': \(([^)]*)\)")]
    private static partial Regex ShapePattern();

    [GeneratedRegex("'descr': '([^']*)'")]
    private static partial Regex TypePattern();
}
