namespace Infoscope.Host.Tests.Studying;

public sealed class LayerProfileStudyTests : IDisposable
{
    private const string Header = "set,layer,step,estimator,quantity,value,unit,standard_error,rows_used\n";

    private readonly Workspace files = new();

    public void Dispose() => files.Dispose();

    private HostRun Profile(string rows, params string[] arguments)
    {
        files.Write("results.csv", Header + rows);
        return files.Run(["study", "layer-profile", "results.csv", .. arguments]);
    }

    private static string Row(string layer, string value, string error = "", string set = "acts.npz", string step = "", string rows = "100") => $"{set},{layer},{step},spectrum,matrix-entropy,{value},nats,{error},{rows}\n";

    [Fact]
    public void TheLargestDropIsMarkedAndSaid()
    {
        var run = Profile(Row("layer10", "1", "0.03") + Row("layer2", "2", "0.04") + Row("layer1", "2.5", "0.1")).Done();
        Assert.Equal("", run.Errors);
        var lines = run.OutputLines;
        Assert.Equal("matrix-entropy of the layers of acts.npz, in nats, by spectrum", lines[0]);
        Assert.Equal(["layer1", "layer2", "layer10"], lines.Where(line => line.StartsWith("  layer", StringComparison.Ordinal)).Skip(1).Select(line => line.Trim().Split(' ')[0]));
        Assert.EndsWith("largest drop", lines.Single(line => line.Contains("layer10  ", StringComparison.Ordinal)).TrimEnd());
        Assert.Contains("largest drop from layer2 to layer10, 1.0000 ± 0.0500, 50 %; more than its error allows: layer10 is the entropy collapse layer", lines);
        Assert.Contains(lines, line => line.StartsWith("errors of changes take the two layers as independent", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0.4", "largest drop from a to b, 1.0000 ± 0.5657, 33.3 %; within error, so no layer stands out")]
    [InlineData("", "largest drop from a to b, 1.0000, 33.3 %; b is the entropy collapse layer unless this is scatter, which without standard errors cannot be told")]
    public void WhetherItIsMoreThanItsErrorIsSaid(string error, string sentence) => Assert.Contains(sentence, Profile(Row("a", "3", error) + Row("b", "2", error)).Done().OutputLines);

    [Fact]
    public void SeveralCheckpointsEndInALineAndDropsOfOneSizeAreNotToldApart()
    {
        string Of(string step, double b, double c, double d) =>
            string.Concat(new[] { ("a", 9.0), ("b", b), ("c", c), ("d", d) }.Select(one => Row(one.Item1, one.Item2.ToString("R", System.Globalization.CultureInfo.InvariantCulture), "0.1", step: step)));
        var lines = Profile(Of("0", 8.9, 5, 5) + Of("10", 9, 9.1, 9) + Of("20", 5, 8.1, 4) + Of("1000", 9, 5, 5)).Done().OutputLines;
        Assert.Contains("matrix-entropy, in nats, by spectrum, what stands out at steps 0 and 1000: c; step 10: none; step 20: d or b", lines);
        Assert.Contains("largest drop from c to d, 4.1000 ± 0.1414, 50.6 %; more than its error allows, but not told from that to b, 4.0000 ± 0.1414: no layer stands out alone", lines);
        Assert.Contains(lines, line => line.TrimEnd().EndsWith("largest drop, not told from the second", StringComparison.Ordinal));
    }

    [Fact]
    public void WhereNothingFallsItIsSaid()
    {
        Assert.Contains("no drop: no layer is below the one before it", Profile(Row("a", "2") + Row("b", "2") + Row("c", "3")).Done().OutputLines);
        Assert.Contains("no drop is known: no two neighbours have finite values", Profile(Row("a", "2") + Row("b", "NaN") + Row("c", "3")).Done().OutputLines);
    }

    [Fact]
    public void BitsAreForPeople()
    {
        var lines = Profile(Row("a", "0.6931471805599453") + Row("b", "0.34657359027997264"), "--unit", "bits").Done().OutputLines;
        Assert.Equal("matrix-entropy of the layers of acts.npz, in bits, by spectrum", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("largest drop from a to b, 0.5000, 50 %", StringComparison.Ordinal));
    }

    [Fact]
    public void WhatHasNoProfileAndWhatMayMoveOneIsSaid()
    {
        var run = Profile(Row("a", "2", step: "0") + Row("b", "1", step: "0", rows: "50") + Row("a", "2", step: "9"), "--format", "jsonl").Done();
        Assert.Equal([("0", "a"), ("0", "b")], run.Objects.Select(line => (line.GetProperty("step").GetString(), line.GetProperty("layer").GetString())));
        Assert.Equal(
            [
                "one layer alone makes no profile: matrix-entropy of acts.npz:a at step 9",
                "the layers of acts.npz at step 0 rest on different numbers of rows, 50 to 100; the number of rows alone may move a value",
            ],
            run.ErrorLines);
        Profile(Row("a", "2") + Row("b", "2", set: "other.npz")).AssertRefused("no activation set has two layers of one quantity at one checkpoint, which a profile needs; there are acts.npz:a, other.npz:b.");
    }

    [Fact]
    public void FilesOfOneArrayAreLayers() =>
        Assert.Equal("matrix-entropy of the layers of 2 files, in nats, by spectrum", Profile(Row("", "2", set: "layer1.npy") + Row("", "1", set: "layer2.npy")).Done().OutputLines[0]);
}
