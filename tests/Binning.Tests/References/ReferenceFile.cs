using System.Text.Json;
using Infoscope.Formats;
using Infoscope.Testing;

namespace Infoscope.Plugins.Binning.Tests.References;

/// <summary>Reads arrays and expected numbers of the repository.</summary>
internal static class ReferenceFile
{
    /// <summary>Reads the rows of a two-axis array; the key is that of a member of an npz, and empty for an npy.</summary>
    public static double[][] Rows(string path, string key = "")
    {
        var array = Read(path, key);
        return [.. array.ToReals().Chunk((int)array.Shape[1])];
    }

    /// <summary>Reads whole numbers of one axis as labels 0, 1, ... in increasing order.</summary>
    public static int[] Labels(string path)
    {
        var values = Read(path, "").Integers.ToArray();
        long[] names = [.. values.Distinct().Order()];
        return [.. values.Select(value => Array.IndexOf(names, value))];
    }

    /// <summary>Reads an object of JSON.</summary>
    public static JsonElement Json(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(PathOf(path)));
        return json.RootElement.Clone();
    }

    private static NumericArray Read(string path, string key)
    {
        using var file = ArrayFile.Open(PathOf(path));
        return file.Find(key).ToNumericArray();
    }

    private static string PathOf(string path) => Repository.PathOf(typeof(ReferenceFile).Assembly, path.Split('/'));
}
