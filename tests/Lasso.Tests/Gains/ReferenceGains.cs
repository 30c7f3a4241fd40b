using System.Text.Json;
using Infoscope.Formats;
using Infoscope.Plugins.Lasso.Gains;
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
        var array = Read(reference.GetProperty("file").GetString()!);
        return new TokenSequence { Rows = [.. array.ToReals().Chunk((int)array.Shape[1])], Sigma = reference.GetProperty("sigma").GetDouble() };
    }

    /// <summary>Reads a Gram matrix from its lower triangle, row by row.</summary>
    public static TokenGram LowerTriangle(string file, int tokens)
    {
        var lower = Read(file).ToReals();
        Assert.Equal(tokens * (tokens + 1) / 2, lower.Length);
        var values = new double[tokens * tokens];
        var next = 0;
        for (var i = 0; i < tokens; i++)
        {
            for (var j = 0; j <= i; j++) values[i * tokens + j] = lower[next++];
        }

        return new TokenGram(values, tokens);
    }

    private static NumericArray Read(string file)
    {
        using var array = ArrayFile.Open(PathOf(file));
        return array.Find("").ToNumericArray();
    }

    private static JsonElement Parse()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(PathOf("expected.json")));
        return document.RootElement.GetProperty("information_gain").Clone();
    }

    private static string PathOf(string file) => Repository.PathOf(typeof(ReferenceGains).Assembly, "tests", "ReferenceValues", "llm-geometry", file);
}
