using System.Text.Json;
using Infoscope.Plugins.Lasso.Tests.References;
using Infoscope.Plugins.Lasso.Tests.Tokens;
using Infoscope.Testing;

namespace Infoscope.Plugins.Lasso.Tests.Gains;

/// <summary>The inputs and numbers of the reference cases.</summary>
internal static class ReferenceGains
{
    private static readonly Lazy<JsonElement> Expected = new(Parse);

    public static IEnumerable<string> Names => Expected.Value.EnumerateObject().Select(entry => entry.Name);

    public static JsonElement Of(string name) => Expected.Value.GetProperty(name);

    public static double[] Numbers(this JsonElement reference, string key) => [.. reference.GetProperty(key).EnumerateArray().Select(value => value.GetDouble())];

    public static TokenSequence Sequence(string name)
    {
        var reference = Of(name);
        return new TokenSequence { Rows = NpyFile.Rows(reference.GetProperty("file").GetString()!), Sigma = reference.GetProperty("sigma").GetDouble() };
    }

    private static JsonElement Parse()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf(typeof(ReferenceGains).Assembly, "tests", "ReferenceValues", "llm-geometry", "expected.json")));
        return document.RootElement.GetProperty("information_gain").Clone();
    }
}
