using Infoscope.Engine.Studies;

namespace Infoscope.Engine.Tests.Studies;

public sealed class InformationPlaneTests
{
    private static StudyRow Entropy(double value, double? ceiling = null, string labels = "", string layer = "h1", string step = "") =>
        Rows.Of(layer, value, step: step, quantity: "entropy", labels: labels) with { Ceiling = ceiling };

    private static StudyRow Information(double value, double? ceiling = null, string layer = "h1", string step = "", string verdict = "") =>
        Rows.Of(layer, value, step: step, quantity: "mutual-information", labels: "class") with { Ceiling = ceiling, Verdict = verdict };

    private static InformationPoint PointOf(params StudyRow[] rows) => Assert.Single(InformationPlane.Of(rows, StringComparer.Ordinal));

    [Fact]
    public void TheEntropyOverTheLabelledRowsGoesFirst()
    {
        Assert.Equal(2, PointOf(Entropy(3), Entropy(2, labels: "class"), Information(1)).Input.Value);
        Assert.Equal(3, PointOf(Entropy(3), Entropy(2, labels: "other"), Information(1)).Input.Value);
        Assert.Empty(InformationPlane.Of([Entropy(3, layer: "h2"), Information(1)], StringComparer.Ordinal));
    }

    [Fact]
    public void TheChannelCeilingOfASoftAssignmentGoesBeforeItsEntropy()
    {
        var channel = Entropy(0.8, 2.5) with { Quantity = "channel-ceiling" };
        Assert.Equal(channel, PointOf(Entropy(2.5), Entropy(2.5, labels: "class"), channel, Information(0.3)).Input);
    }

    [Fact]
    public void EachIsMarkedByItsCeiling()
    {
        var point = PointOf(Entropy(1.98, 2), Information(0.989, 1));
        Assert.Equal(("saturated", ""), (point.InputMark, point.LabelMark));
        point = PointOf(Entropy(1.979, 2), Information(0.99, 1));
        Assert.Equal(("", "saturated"), (point.InputMark, point.LabelMark));
        point = PointOf(Entropy(2.1, 2), Information(0.99));
        Assert.Equal(("above ceiling", ""), (point.InputMark, point.LabelMark));
        point = PointOf(Entropy(double.NaN, 2), Information(0, 0));
        Assert.Equal(("", ""), (point.InputMark, point.LabelMark));
    }

    [Fact]
    public void AVerdictOfDoubtDoesNotHideSaturation()
    {
        Assert.Equal("saturated", PointOf(Entropy(1), Information(1, 1, verdict: "inside null")).LabelMark);
        Assert.Equal("saturated", PointOf(Entropy(1), Information(1, verdict: "saturated")).LabelMark);
    }

    [Theory]
    [InlineData(6.79, 540, "nats", "saturated")]
    [InlineData(6.23, 540, "nats", "saturated")]
    [InlineData(6.22, 540, "nats", "")]
    [InlineData(9.8, 540, "bits", "saturated")]
    [InlineData(6.79, 540, "bits", "")]
    [InlineData(6.23, 540, "", "saturated")]
    [InlineData(6.79, 540, "ratio", "")]
    [InlineData(6.79, null, "nats", "")]
    [InlineData(0.0, 1, "nats", "")]
    public void AnEntropyWithoutACeilingIsSaturatedByItsRows(double value, int? rows, string unit, string mark)
    {
        // 0.99 ln 540 is 6.2287; 540 rows have log2 540 = 9.08 bits.
        var point = PointOf(Entropy(value) with { RowsUsed = rows, Unit = unit }, Information(1));
        Assert.Equal((mark, ""), (point.InputMark, point.LabelMark));
        // A ceiling far above, such as that of an alphabet, is not in the way.
        Assert.Equal(mark, PointOf(Entropy(value, 300) with { RowsUsed = rows, Unit = unit }, Information(1)).InputMark);
    }

    [Fact]
    public void TrainingIsReadDownward()
    {
        StudyRow[] rows = [.. from step in new[] { "1", "0" } from layer in new[] { "h2", "h1" } from row in new[] { Entropy(1, layer: layer, step: step), Information(1, layer: layer, step: step) } select row];
        Assert.Equal([("h1", "0"), ("h1", "1"), ("h2", "0"), ("h2", "1")], InformationPlane.Of(rows, StringComparer.Ordinal).Select(point => (point.Labels.Layer, point.Labels.Step)));
    }
}
