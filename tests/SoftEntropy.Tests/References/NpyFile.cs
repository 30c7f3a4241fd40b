using Infoscope.Formats;
using Infoscope.Testing;

namespace Infoscope.Plugins.SoftEntropy.Tests.References;

/// <summary>Reads the reference arrays.</summary>
internal static class NpyFile
{
    /// <summary>Reads the rows of a two-axis array.</summary>
    public static double[][] Rows(string name)
    {
        var array = Read(name);
        return [.. array.ToReals().Chunk((int)array.Shape[1])];
    }

    /// <summary>Reads whole numbers of one axis.</summary>
    public static int[] Integers(string name) => [.. Read(name).Integers.ToArray().Select(value => checked((int)value))];

    private static NumericArray Read(string name)
    {
        using var file = ArrayFile.Open(Repository.PathOf(typeof(NpyFile).Assembly, "tests", "ReferenceValues", "soft-entropy", name + ".npy"));
        return file.Find("").ToNumericArray();
    }
}
