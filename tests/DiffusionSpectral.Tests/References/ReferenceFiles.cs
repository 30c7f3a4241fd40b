using System.Text.Json;
using Infoscope.Formats;
using Infoscope.Testing;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.References;

/// <summary>Reads points and numbers of tests/ReferenceValues and samples/data.</summary>
internal static class ReferenceFiles
{
    /// <summary>Reads the rows of an array, all axes but the last being rows; <paramref name="key"/> is empty for a .npy.</summary>
    public static Points Points(string key, params string[] path)
    {
        var array = Array(key, path);
        var features = (int)array.Shape[^1];
        var values = array.ToReals();
        return new Points(values, values.Length / features, features);
    }

    /// <summary>Reads whole numbers of one axis.</summary>
    public static int[] Integers(params string[] path) => [.. Array("", path).Integers.ToArray().Select(value => checked((int)value))];

    /// <summary>Reads an array.</summary>
    public static NumericArray Array(string key, params string[] path)
    {
        using var file = ArrayFile.Open(PathOf(path));
        return file.Find(key).ToNumericArray();
    }

    /// <summary>Reads a JSON file.</summary>
    public static JsonElement Json(params string[] path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(PathOf(path)));
        return json.RootElement.Clone();
    }

    private static string PathOf(string[] parts) => Repository.PathOf(typeof(ReferenceFiles).Assembly, parts);
}
