using System.Text.Json;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.References;

/// <summary>A case of the published numbers on points of our own; they are in bits.</summary>
internal sealed class PublishedCase
{
    private static readonly Lazy<JsonElement> File = new(() => ReferenceFiles.Json("tests", "ReferenceValues", "diffusion-spectral", "expected.json"));

    private PublishedCase(JsonElement numbers) => Numbers = numbers;

    /// <summary>Gets the numbers.</summary>
    public JsonElement Numbers { get; }

    /// <summary>Opens a case.</summary>
    public static PublishedCase Open(string name) => new(File.Value.GetProperty("cases").EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == name));

    /// <summary>Gives the names of the cases that have some numbers.</summary>
    public static IEnumerable<object[]> With(string key) =>
        File.Value.GetProperty("cases").EnumerateArray().Where(entry => entry.TryGetProperty(key, out _)).Select(entry => new object[] { entry.GetProperty("name").GetString()! });

    /// <summary>Reads the points of the case.</summary>
    public Points Points() => Named(Numbers.GetProperty("input").GetString()!);

    /// <summary>Reads points by their file.</summary>
    public static Points Named(string file) => ReferenceFiles.Points("", "tests", "ReferenceValues", "diffusion-spectral", file);

    /// <summary>Gives a number of the case.</summary>
    public double Number(string key) => Numbers.GetProperty(key).GetDouble();
}
