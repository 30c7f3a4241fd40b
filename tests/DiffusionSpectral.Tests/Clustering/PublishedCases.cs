using System.Text.Json;
using Infoscope.Formats;
using Infoscope.Testing;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Clustering;

/// <summary>The references and classes that were published, or made by the published program.</summary>
internal static class PublishedCases
{
    /// <summary>Reads a reference.</summary>
    public static Points Reference(string folder, string name)
    {
        var array = Read(folder, name);
        return new Points(array.ToReals(), (int)array.Shape[0], array.Shape.Count == 1 ? 1 : (int)array.Shape[1]);
    }

    /// <summary>Reads whole numbers of one axis.</summary>
    public static int[] Integers(string folder, string name) => [.. Read(folder, name).Integers.ToArray().Select(value => checked((int)value))];

    /// <summary>Reads a list of whole numbers of a case of the Diffusion Spectral values.</summary>
    public static int[] OfCase(string caseName, string property)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathOf("diffusion-spectral", "expected.json")));
        var found = document.RootElement.GetProperty("cases").EnumerateArray().Single(element => element.GetProperty("name").GetString() == caseName);
        return [.. found.GetProperty(property).EnumerateArray().Select(element => element.GetInt32())];
    }

    private static NumericArray Read(string folder, string name)
    {
        using var file = ArrayFile.Open(PathOf(folder, name));
        return file.Find("").ToNumericArray();
    }

    private static string PathOf(string folder, string name) => Repository.PathOf(typeof(PublishedCases).Assembly, "tests", "ReferenceValues", folder, name);
}
