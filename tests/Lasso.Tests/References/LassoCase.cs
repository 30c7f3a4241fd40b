using System.Text.Json;
using Infoscope.Plugins.Lasso.Selection;
using Infoscope.Plugins.Lasso.Tests.Selection;
using Infoscope.Testing;

namespace Infoscope.Plugins.Lasso.Tests.References;

/// <summary>One reference regression: the problem, and the solutions that scikit-learn gave and a polish made exact.</summary>
internal sealed class LassoCase
{
    private static readonly Lazy<JsonElement> Expected = new(() =>
        JsonDocument.Parse(File.ReadAllText(Repository.PathOf(typeof(LassoCase).Assembly, "tests", "ReferenceValues", "llm-geometry", "expected.json"))).RootElement.GetProperty("lasso"));

    private LassoCase(LassoProblem problem, int features, JsonElement numbers)
    {
        Problem = problem;
        Features = features;
        Solutions = [.. numbers.GetProperty("solutions").EnumerateArray()];
        Coefficients = numbers.TryGetProperty("coef_file", out var file) ? NpyFile.Rows(file.GetString()!) : [];
    }

    public static IEnumerable<string> Names => Expected.Value.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.Object && entry.Value.TryGetProperty("coef_file", out _)).Select(entry => entry.Name);

    public static JsonElement Numbers(string name) => Expected.Value.GetProperty(name);

    public LassoProblem Problem { get; }

    public int Features { get; }

    public JsonElement[] Solutions { get; }

    /// <summary>Gets the weights of each solution, as stored.</summary>
    public double[][] Coefficients { get; }

    public static LassoCase Open(string name)
    {
        var numbers = Expected.Value.GetProperty(name);
        var (features, tokens) = (numbers.GetProperty("d").GetInt32(), numbers.GetProperty("k").GetInt32() + 1);
        var gram = name == "lasso_c_d4096_k512" ? NpyFile.Symmetric("lasso_c_gram_lower.npy", tokens) : TokenProblem.Gram(NpyFile.Rows(numbers.GetProperty("file").GetString()!));
        return new LassoCase(LassoProblem.FromGram(gram, tokens), features, numbers);
    }
}
