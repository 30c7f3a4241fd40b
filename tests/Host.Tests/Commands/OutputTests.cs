using System.Globalization;
using System.Text.Json;

namespace Infoscope.Host.Tests.Commands;

/// <summary>What compare writes: data alone on stdout in every format, the same data in each, talk on stderr.</summary>
public sealed class OutputTests(ComparisonRuns runs) : IClassFixture<ComparisonRuns>
{
    private const string Header =
        "set layer step estimator version quantity label_set against item value unit normalized null_mean null_sd null_p standard_error draws draw_sd ceiling floor " +
        "rows_used rows_dropped labels dimensions precision seed options device seconds peak_bytes verdict notes contract host";

    private static readonly string[] Columns = Header.Split(' ');

    private static readonly string[] Numbers =
    [
        "value", "normalized", "null_mean", "null_sd", "null_p", "standard_error", "draws", "draw_sd", "ceiling", "floor", "rows_used", "rows_dropped", "labels", "dimensions", "seed", "seconds", "peak_bytes",
    ];

    [Fact]
    public void TheHeaderOfCsvIsThePromisedColumns() => Assert.Equal(string.Join(',', Columns), runs.Csv.OutputLines[0]);

    [Fact]
    public void EachCheckpointAndLayerIsThereInNaturalOrder()
    {
        Assert.All(runs.Csv.Rows, row => Assert.Equal("step{step}.npz", row["set"]));
        Assert.Equal([("16", "layer2"), ("16", "layer10"), ("256", "layer2"), ("256", "layer10")], runs.Csv.Rows.Select(row => (row["step"], row["layer"])).Distinct());
        foreach (var group in runs.Csv.Rows.GroupBy(row => (row["step"], row["layer"])))
        {
            Assert.Contains(group, row => row["quantity"] == "entropy" && row["label_set"] == "");
            Assert.Equal(["token", "who \"spoke\""], group.Where(row => row["quantity"] == "mutual-information").Select(row => row["label_set"]));
        }
    }

    [Fact]
    public void TheSameRunGivesTheSameOutputButForItsCost() => Assert.Equal(Content(runs.Csv), Content(runs.CsvAgain));

    [Fact]
    public void ThreadsChangeNothingButTheCost() => Assert.Equal(Content(runs.Csv), Content(runs.CsvOnTwoThreads));

    [Fact]
    public void NumbersRoundTrip()
    {
        foreach (var row in runs.Csv.Rows)
        {
            foreach (var column in Numbers.Where(column => row[column].Length > 0))
                Assert.Equal(row[column], row.Number(column).ToString("R", CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void JsonLinesAreTheRowsOfCsv()
    {
        var rows = runs.Csv.Rows;
        var objects = runs.JsonLines.Objects;
        Assert.Equal(rows.Count, objects.Count);
        foreach (var (row, json) in rows.Zip(objects))
        {
            Assert.Equal(Columns, json.EnumerateObject().Select(field => field.Name));
            foreach (var field in json.EnumerateObject().Where(field => field.Name is not ("seconds" or "peak_bytes"))) AssertSame(row[field.Name], field);
        }
    }

    [Fact]
    public void OnlyInformationOnLabelsHasANull()
    {
        Assert.All(runs.Csv.Rows.Where(row => row["label_set"] == ""), row => Assert.Equal(("", "", "", ""), (row["null_mean"], row["null_sd"], row["null_p"], row["verdict"])));
        Assert.All(runs.Csv.Rows.Where(row => row["quantity"] == "mutual-information"), row =>
        {
            Assert.NotEqual("", row["null_mean"]);
            Assert.InRange(row.Number("null_p"), 1.0 / 5, 1);
            Assert.Contains(row["verdict"], (string[])["above null", "inside null"]);
        });
        Assert.Contains(runs.Csv.Rows, row => row["verdict"] == "above null" && row["label_set"] == "token");
    }

    [Fact]
    public void RowsSayWhatMadeThem() => Assert.All(runs.Csv.Rows, row =>
    {
        Assert.Equal(("soft-entropy", "0.1.0", "7", "cpu", "single", "4", "60"), (row["estimator"], row["version"], row["seed"], row["device"], row["precision"], row["dimensions"], row["rows_used"]));
        Assert.Equal("20", JsonDocument.Parse(row["options"]).RootElement.GetProperty("anchors").GetString());
        Assert.StartsWith("infoscope 0.", row["host"]);
        Assert.Contains(row["unit"], (string[])["nats", "ratio", "count"]);
    });

    [Fact]
    public void StderrSaysOnceWhatWasLeftOutOfEveryFile()
    {
        const string line = "left out in 2 files: nll of shape (6, 10) does not fit the label set token of shape (6, 10)";
        Assert.Equal(line, Assert.Single(runs.Table.ErrorLines));
        Assert.All([runs.Csv, runs.JsonLines], run => Assert.Equal(line, run.ErrorLines[0]));
    }

    [Fact]
    public void FindingsAreInTheTableAndElseOnStderr()
    {
        const string finding = "more than half of mutual-information of who \"spoke\" by soft-entropy is bias in 4 of 4 activation sets: at worst, step{step}.npz layer2 at step 16, it is ";
        Assert.Contains($"finding: {finding}", runs.Table.Output, StringComparison.Ordinal);
        Assert.All([runs.Csv, runs.JsonLines], run => Assert.StartsWith(finding, Assert.Single(run.ErrorLines[1..]), StringComparison.Ordinal));
    }

    [Fact]
    public void QuietSaysNothing() => Assert.Equal("", runs.QuietBits.Errors);

    [Fact]
    public void TheTableHoldsTheValuesAndNoEscapes()
    {
        Assert.DoesNotContain('\u001b', runs.Table.Output);
        Assert.Contains("mutual information I(Y;Z), Y = token", runs.Table.Output);
        Assert.Contains("in nats", runs.Table.Output);
        foreach (var row in Information()) Assert.Contains(row.Number("value").ToString("0.0000", CultureInfo.InvariantCulture), runs.Table.Output);
    }

    [Fact]
    public void BitsAreNatsOverLn2InTheTable()
    {
        Assert.Contains("in bits", runs.QuietBits.Output);
        Assert.DoesNotContain("in nats", runs.QuietBits.Output);
        foreach (var row in Information()) Assert.Contains((row.Number("value") / Math.Log(2)).ToString("0.0000", CultureInfo.InvariantCulture), runs.QuietBits.Output);
    }

    private static IEnumerable<string> Content(HostRun run) => run.Rows.Select(row => row.WithoutCost());

    // Entropies, because they are far from 0 and so printed with four decimals.
    private IEnumerable<ResultLine> Information() => runs.Csv.Rows.Where(row => row["quantity"] == "entropy");

    private static void AssertSame(string cell, JsonProperty field)
    {
        switch (field.Value.ValueKind)
        {
            case JsonValueKind.Null:
                Assert.Equal("", cell);
                break;
            case JsonValueKind.Number:
                Assert.Equal(double.Parse(cell, CultureInfo.InvariantCulture), field.Value.GetDouble());
                break;
            case JsonValueKind.Object:
                Assert.Equal(cell, field.Value.GetRawText());
                break;
            default:
                Assert.Equal(cell, field.Value.GetString());
                break;
        }
    }
}
