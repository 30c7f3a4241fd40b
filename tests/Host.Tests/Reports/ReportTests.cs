using System.Text.Json;
using Infoscope.Engine.Results;
using Infoscope.Host.Reports;

namespace Infoscope.Host.Tests.Reports;

/// <summary>Cells that are hard to write: separators, quotes, line breaks, numbers that are none.</summary>
public sealed class ReportTests
{
    private static readonly ResultRow Row = new()
    {
        Set = "a, \"b\"\r\nc", Layer = "größe 語", Step = "16", Estimator = "e", Version = "1.0.0", Quantity = "q", LabelSet = " y ", Against = "", Item = "'5 9'",
        Value = 0.1 + 0.2, Unit = "nats", NullMean = double.NaN, NullSd = double.PositiveInfinity, NullP = 1e-300, StandardError = -0.0, Ceiling = double.MaxValue,
        RowsUsed = long.MaxValue, RowsDropped = 0, Dimensions = 3, Precision = "double", Seed = ulong.MaxValue, Options = new Dictionary<string, string> { ["path"] = "C:\\a,\"b\"" },
        Device = "cpu", Seconds = 0.25, PeakBytes = 1, Verdict = "", Notes = ["one", "two, too"], Contract = "1.1", Host = "infoscope 0.1.0",
    };

    [Fact]
    public void CsvQuotesWhatNeedsItAndReadsBack()
    {
        using var text = new StringWriter();
        using (var report = new CsvReport(text))
        {
            report.Add([Row]);
            report.End([]);
        }

        Assert.DoesNotContain("\"infoscope 0.1.0\"", text.ToString());
        var read = Assert.Single(ResultLine.Parse(text.ToString()));
        Assert.Equal(("a, \"b\"\r\nc", "größe 語", " y ", "'5 9'"), (read["set"], read["layer"], read["label_set"], read["item"]));
        Assert.Equal("0.30000000000000004", read["value"]);
        Assert.Equal(("NaN", "Infinity", "1E-300", "-0"), (read["null_mean"], read["null_sd"], read["null_p"], read["standard_error"]));
        Assert.Equal(("", double.MaxValue), (read["floor"], read.Number("ceiling")));
        Assert.Equal(("9223372036854775807", "18446744073709551615"), (read["rows_used"], read["seed"]));
        Assert.Equal("C:\\a,\"b\"", JsonDocument.Parse(read["options"]).RootElement.GetProperty("path").GetString());
        Assert.Equal("one; two, too", read["notes"]);
    }

    [Fact]
    public void JsonLinesHoldOneObjectEachAndNullForWhatIsNoNumber()
    {
        using var text = new StringWriter();
        using (var report = new JsonLinesReport(text))
        {
            report.Add([Row, Row]);
            report.End([]);
        }

        var lines = text.ToString().Split('\n');
        Assert.Equal(["", lines[0]], [lines[2], lines[1]]);
        var read = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal("a, \"b\"\r\nc", read.GetProperty("set").GetString());
        Assert.Contains("größe 語", lines[0]);
        Assert.Equal(0.1 + 0.2, read.GetProperty("value").GetDouble());
        Assert.All(["null_mean", "null_sd", "floor", "draws"], column => Assert.Equal(JsonValueKind.Null, read.GetProperty(column).ValueKind));
        Assert.Equal(1e-300, read.GetProperty("null_p").GetDouble());
        Assert.Equal(ulong.MaxValue, read.GetProperty("seed").GetUInt64());
        Assert.Equal("C:\\a,\"b\"", read.GetProperty("options").GetProperty("path").GetString());
    }
}
