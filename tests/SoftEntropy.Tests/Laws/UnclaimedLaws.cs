using Infoscope.Plugins.SoftEntropy.Tests.Problems;

namespace Infoscope.Plugins.SoftEntropy.Tests.Laws;

/// <summary>What does not hold: each test shows a case, so that nobody clamps or claims it.</summary>
public sealed class UnclaimedLaws
{
    // Far above rounding, far below the effects shown.
    private const double Visible = 0.01;

    [Fact]
    public void ARotationOfTheRowsAloneMayChangeTheEntropy()
    {
        var run = Cap(20, 3, 5);
        var entropies = Enumerable.Range(0, 20).Select(seed => run.With(LawChecks.Rotate(run.Rows, (ulong)seed)).Estimate().Entropy).ToArray();
        Assert.True(entropies.Max() - entropies.Min() > Visible);
    }

    [Fact]
    public void AChangeOfSignOfTheRowsAloneMayChangeTheEntropy()
    {
        var run = Cap(20, 3, 5);
        var flipped = run.With([.. run.Rows.Select(row => row.Select(value => -value).ToArray())]);
        Assert.True(Math.Abs(run.Estimate().Entropy - flipped.Estimate().Entropy) > Visible);
    }

    [Fact]
    public void ALabelMayHaveMoreEntropyThanTheWhole()
    {
        var table = OneWideAndOneNarrowLabel().Estimate();
        Assert.True(table.Nats("conditional-entropy", "y", "label 0") > table.Nats("entropy") + Visible);
    }

    [Fact]
    public void TheUnweightedMeanOverLabelsMayExceedTheEntropyAndSoGiveANegativeInformation()
    {
        var table = OneWideAndOneNarrowLabel().Estimate();
        var unweighted = table.Estimates.Where(estimate => estimate.Item.Length > 0).Average(estimate => estimate.Value.Number);
        Assert.Equal(unweighted, table.Nats("conditional-entropy-unweighted"), 1e-14);
        Assert.Equal(table.Nats("entropy") - unweighted, table.Nats("mutual-information-unweighted"), 1e-14);
        Assert.True(table.Nats("mutual-information-unweighted") < -Visible);
        Assert.True(table.Information > 0);
    }

    [Fact]
    public void TheUnweightedInformationMayExceedTheLabelEntropyAndTheChannelCeiling()
    {
        // 200 rows that both anchors share alike, of one label, and five rows on an anchor, of a label each: these weigh five sixths.
        var table = OneOftenAndFiveRareRows().With(new TestLabels("y", [.. Enumerable.Range(0, 205).Select(row => Math.Max(0, row - 199))])).Estimate();
        var labelEntropy = -200.0 / 205 * Math.Log(200.0 / 205) + 5.0 / 205 * Math.Log(205);
        Assert.True(table.Nats("mutual-information-unweighted") > labelEntropy + Visible);
        Assert.True(table.Nats("mutual-information-unweighted") > table.Nats("channel-ceiling") + Visible);
    }

    [Fact]
    public void TheUnweightedInformationMayFallWithFinerLabels()
    {
        var coarse = new TestLabels("y", [.. Enumerable.Range(0, 205).Select(row => row < 200 ? 0 : 5)]);
        var fine = new TestLabels("fine", [.. Enumerable.Range(0, 205).Select(row => row < 200 ? row % 5 : 5)]);
        var table = OneOftenAndFiveRareRows().With(coarse, fine).Estimate();
        Assert.True(table.Nats("mutual-information-unweighted", "fine") < table.Nats("mutual-information-unweighted") - Visible);
        LawChecks.AtMost(table.Nats("mutual-information", "fine"), table.Information);
    }

    [Fact]
    public void TheCorrectedInformationMayBeNegativeAndMayFallWithFinerLabels()
    {
        var random = new RandomStream(9, "corrected");
        double[][] rows = [.. Enumerable.Range(0, 400).Select(_ => Enumerable.Range(0, 4).Select(_ => random.NextNormal()).ToArray())];
        // Labels that have nothing to do with the rows, and the same split once more.
        int[] coarse = [.. Enumerable.Range(0, 400).Select(row => row % 8)];
        int[] fine = [.. Enumerable.Range(0, 400).Select(row => row % 16)];
        var table = new EstimatorRun { Rows = rows, LabelSets = [.. Enumerable.Range(0, 20).SelectMany(Shuffled)] }.Estimate();
        Assert.Contains(Enumerable.Range(0, 20), index => table.Nats("mutual-information-corrected", $"y{index}") < -Visible);
        Assert.Contains(Enumerable.Range(0, 20), index => table.Nats("mutual-information-corrected", $"fine{index}") < table.Nats("mutual-information-corrected", $"y{index}") - Visible);

        TestLabels[] Shuffled(int index)
        {
            var order = LawChecks.Permutation((ulong)index, 400);
            return [new($"y{index}", [.. order.Select(row => coarse[row])]), new($"fine{index}", [.. order.Select(row => fine[row])])];
        }
    }

    [Fact]
    public void AShiftOfAllRowsChangesTheInformation()
    {
        var run = Clusters();
        Assert.True(Math.Abs(run.Estimate().Information - Mapped(run, (value, _) => value + 30).Estimate().Information) > Visible);
    }

    [Fact]
    public void AnInvertibleLinearMapMayRaiseTheInformation()
    {
        // The label is the sign of a feature a thousand times smaller than the rest; stretching it turns what the anchors cannot see into an angle.
        var random = new RandomStream(5, "stretch");
        double[][] rows = [.. Enumerable.Range(0, 400).Select(row => new[] { row % 2 == 0 ? 1e-3 : -1e-3, random.NextNormal(), random.NextNormal() })];
        var run = new EstimatorRun { Rows = rows, LabelSets = [new TestLabels("y", [.. Enumerable.Range(0, 400).Select(row => row % 2)])] };
        var stretched = Mapped(run, (value, feature) => feature == 0 ? 1e4 * value : value);
        Assert.True(stretched.Estimate().Information > run.Estimate().Information + Visible);
    }

    [Fact]
    public void AMonotoneMapOfEachFeatureChangesTheInformation()
    {
        var run = Clusters();
        Assert.True(Math.Abs(run.Estimate().Information - Mapped(run, (value, _) => Math.Exp(value)).Estimate().Information) > Visible);
    }

    [Fact]
    public void IndependentPartsDoNotAdd()
    {
        // Every pair of rows of two data sets, their features side by side.
        var (first, second) = (Clusters(), Clusters(seed: 8));
        int[] pairs = [.. Enumerable.Range(0, first.Rows.Length * second.Rows.Length)];
        var count = second.Rows.Length;
        var joint = new EstimatorRun
        {
            Rows = [.. pairs.Select(pair => (double[])[.. first.Rows[pair / count], .. second.Rows[pair % count]])],
            LabelSets = [new TestLabels("y", [.. pairs.Select(pair => 3 * first.LabelSets[0].Labels[pair / count] + second.LabelSets[0].Labels[pair % count])])],
        };
        var sum = first.Estimate().Information + second.Estimate().Information;
        Assert.True(Math.Abs(joint.Estimate().Information - sum) > Visible);
    }

    private static EstimatorRun Cap(int count, int features, int anchors)
    {
        var random = new RandomStream(3, "cap");
        return new EstimatorRun
        {
            Rows = [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, features).Select(feature => 0.3 * random.NextNormal() + (feature == 0 ? 1 : 0)).ToArray())],
            Options = { ["anchors"] = anchors.ToString() },
        };
    }

    private static EstimatorRun OneOftenAndFiveRareRows() => new EstimatorRun
    {
        Rows = [.. Enumerable.Range(0, 205).Select(row => row < 200 ? new double[] { 0, 1 } : [1, 0])],
        Options = { ["temperature"] = "0.1" },
    }.WithAnchors([[1, 0], [-1, 0]]);

    private static EstimatorRun OneWideAndOneNarrowLabel()
    {
        var random = new RandomStream(4, "wide");
        int[] labels = [.. Enumerable.Range(0, 100).Select(row => row < 20 ? 0 : 1)];
        return new EstimatorRun
        {
            Rows = [.. labels.Select(label => label == 0 ? [random.NextNormal(), random.NextNormal(), random.NextNormal()] : new double[] { 1, 0.01 * random.NextNormal(), 0 })],
            LabelSets = [new TestLabels("y", labels)],
            Items = true,
        };
    }

    private static EstimatorRun Clusters(ulong seed = 7)
    {
        var random = new RandomStream(seed, "clusters");
        int[] labels = [.. Enumerable.Range(0, 30).Select(row => row % 3)];
        return new EstimatorRun
        {
            Rows = [.. labels.Select(label => Enumerable.Range(0, 4).Select(feature => 0.5 * random.NextNormal() + (feature == label ? 2 : 0)).ToArray())],
            LabelSets = [new TestLabels("y", labels)],
        };
    }

    private static EstimatorRun Mapped(EstimatorRun run, Func<double, int, double> map) => run.With([.. run.Rows.Select(row => row.Select(map).ToArray())]);
}
