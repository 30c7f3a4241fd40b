using System.Text.Json;
using Infoscope.Acceptance.Tests.Data;
using Infoscope.Acceptance.Tests.Processes;

namespace Infoscope.Acceptance.Tests;

/// <summary>Token selection from the command line, on one sequence of 48 tokens.</summary>
public sealed class LassoCommandTests : IDisposable
{
    // In nats, beside sums over 48 tokens that two algorithms agree on to 3e-12.
    private const double Tolerance = 1e-9;

    private readonly string folder = Directory.CreateTempSubdirectory("infoscope-lasso-").FullName;

    public LassoCommandTests() => File.Copy(Files.Reference("llm-geometry", "seq_n48_d64.npy"), Path.Combine(folder, "TOKENS.npy"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void TheGainsOfOneSequenceAreThePublishedOnes()
    {
        var rows = Compare();
        var published = JsonDocument.Parse(File.ReadAllText(Files.Reference("llm-geometry", "expected.json"))).RootElement.GetProperty("information_gain").GetProperty("seq_n48_d64");
        Assert.Equal(published.GetProperty("total_nats").GetDouble(), Value(rows, "information-gain"), Tolerance);
        Assert.Equal(2.979920396, Value(rows, "information-gain-last"), Tolerance);
        Assert.Equal(0.05, Value(rows, "lambda-ratio"), 1e-15);
        Assert.All(rows.Where(row => row.GetProperty("quantity").GetString()!.StartsWith("information-gain", StringComparison.Ordinal)), row => Assert.Equal("nats", row.GetProperty("unit").GetString()));
        Assert.All(rows, row => Assert.Equal("", row.GetProperty("item").GetString()));
    }

    [Fact]
    public void WithItemsThereIsOneRowForEachSelectedToken()
    {
        var rows = Compare("--items");
        var items = rows.Where(row => row.GetProperty("item").GetString()!.Length > 0).ToArray();
        Assert.Equal(Value(rows, "selected-tokens"), items.Length);
        Assert.NotEmpty(items);
        Assert.Equal(items.Length, items.Select(row => row.GetProperty("item").GetString()).Distinct().Count());
        Assert.All(items, row =>
        {
            Assert.Equal("lasso-weight", row.GetProperty("quantity").GetString());
            Assert.Matches("^token ([0-9]|[1-3][0-9]|4[0-6])$", row.GetProperty("item").GetString());
            Assert.NotEqual(0, row.GetProperty("value").GetDouble());
        });
    }

    private static double Value(IEnumerable<JsonElement> rows, string quantity) =>
        rows.Single(row => row.GetProperty("quantity").GetString() == quantity && row.GetProperty("against").GetString() == "" && row.GetProperty("item").GetString() == "").GetProperty("value").GetDouble();

    private JsonElement[] Compare(params string[] more) =>
        HostProcess.Run(folder, ["compare", "TOKENS.npy", "--sequences", "rows", "--estimators", "lasso", "--set", "lasso.lambda-ratio=0.05", "--format", "jsonl", .. more]).Rows;
}
