using System.Text.Json;

namespace Infoscope.Host.Tests.Reports;

/// <summary>What a run leaves in a folder, and what flags do to its rows.</summary>
public sealed class OutFolderTests : IDisposable
{
    private const int Rows = 60;

    private readonly Workspace files = new();

    public OutFolderTests()
    {
        var classes = Generated.Below(Rows, 3);
        files.Npy("acts.npy", [Rows, 3], Generated.Rows(Rows, 3, classes));
        files.Npy("labels.npy", [Rows], classes);
    }

    public void Dispose() => files.Dispose();

    [Fact]
    public void TheFolderHoldsTheRowsTwiceAndWhatWasRun()
    {
        var run = Compare("--out", "results/first", "--null", "2");
        Assert.Equal(["findings.jsonl", "results.csv", "results.jsonl", "run.json"], Directory.EnumerateFiles(files.PathOf("results", "first")).Select(Path.GetFileName).Order());
        Assert.Equal(run.Output, files.Read("results", "first", "results.csv"));
        Assert.Equal(run.Rows.Count, files.Read("results", "first", "results.jsonl").Count(character => character == '\n'));

        var record = JsonDocument.Parse(files.Read("results", "first", "run.json")).RootElement;
        Assert.Equal((0, 1, 1), (record.GetProperty("exit_code").GetInt32(), record.GetProperty("activation_sets").GetInt32(), record.GetProperty("activation_sets_finished").GetInt32()));
        var request = record.GetProperty("request");
        Assert.Equal("acts.npy", request.GetProperty("activations")[0].GetString());
        Assert.Equal("y=labels.npy", request.GetProperty("labels")[0].GetString());
        Assert.Equal((2, "csv", false), (request.GetProperty("null").GetInt32(), request.GetProperty("format").GetString(), request.TryGetProperty("seed", out _)));
        Assert.Equal(("y", 3, 0), (record.GetProperty("labels")[0].GetProperty("name").GetString(), record.GetProperty("labels")[0].GetProperty("labels").GetInt32(), record.GetProperty("labels")[0].GetProperty("unlabelled").GetInt32()));
        var estimator = record.GetProperty("estimators")[0];
        Assert.Equal(("soft-entropy", "exact"), (estimator.GetProperty("id").GetString(), estimator.GetProperty("options").GetProperty("temperature").GetString()));
        Assert.True(DateTimeOffset.TryParse(record.GetProperty("started").GetString(), out _));
    }

    [Fact]
    public void ResultsAreReplacedOnlyWhenAsked()
    {
        files.Write("out/run.json", "{}");
        files.Run("compare", "acts.npy", "--out", "out").AssertRefused($"--out {files.PathOf("out")} holds results already; give another folder, or --overwrite.");
        Assert.Equal("{}", files.Read("out", "run.json"));
        var run = Compare("--out", "out", "--overwrite", "--null", "0");
        Assert.Equal(run.Output, files.Read("out", "results.csv"));
        Assert.NotEqual("{}", files.Read("out", "run.json"));
    }

    [Fact]
    public void WithoutANullItsColumnsAreEmpty() => Assert.All(
        Compare("--null", "0").Rows,
        row => Assert.Equal(("", "", "", ""), (row["null_mean"], row["null_sd"], row["null_p"], row["verdict"])));

    [Fact]
    public void ItemsAreTheLabelsAndAverageToTheWhole()
    {
        var without = Compare("--null", "0");
        var rows = Compare("--null", "0", "--items").Rows;
        Assert.Equal(without.Rows.Select(row => row["value"]), rows.Where(row => row["item"] == "").Select(row => row["value"]));
        var items = rows.Where(row => row["item"] != "" && row["quantity"] == "conditional-entropy").ToArray();
        Assert.Equal(["0", "1", "2"], items.Select(row => row["item"]));
        // H(Z|Y) is the mean of H(Z|y) over the labelled rows; 1e-12 covers the rounding of three products.
        var mean = items.Sum(row => row.Number("value") * row.Number("rows_used")) / Rows;
        Assert.Equal(rows.Single(row => row["item"] == "" && row["quantity"] == "conditional-entropy").Number("value"), mean, 1e-12);
    }

    [Fact]
    public void TheSeedDrawsTheAnchorsAndTheNull()
    {
        ResultLine Information(string seed) => Compare("--null", "2", "--seed", seed).Rows.Single(row => row["quantity"] == "mutual-information");
        var (first, second) = (Information("0"), Information("1"));
        Assert.Equal(("0", "1"), (first["seed"], second["seed"]));
        Assert.NotEqual(Anchors(first), Anchors(second));
        Assert.NotEqual(first["null_mean"], second["null_mean"]);
        Assert.Equal(Anchors(first), Anchors(Compare("--null", "0").Rows[0]));
    }

    private static string Anchors(ResultLine row)
    {
        var anchors = JsonDocument.Parse(row["options"]).RootElement.GetProperty("anchors-used").GetString()!;
        Assert.StartsWith("100 sha256:", anchors);
        return anchors;
    }

    private HostRun Compare(params string[] more) => files.Compare(["acts.npy", "--labels", "y=labels.npy", "--estimators", "soft-entropy", .. more]).Done();
}
