using Infoscope.Plugins.SoftEntropy.Tests.Problems;
using Infoscope.Plugins.SoftEntropy.Tests.References;

namespace Infoscope.Plugins.SoftEntropy.Tests.Laws;

/// <summary>What holds up to sampling error, on fixed seeds.</summary>
public sealed class StatisticalLaws
{
    private const int Shuffles = 200;

    // Of the mean over shuffles, at 100 rows per label or more.
    private const double RelativeBiasTolerance = 0.1;

    [Theory]
    [InlineData(1000, 10, 64)]
    [InlineData(1000, 10, 8)]
    [InlineData(2000, 4, 300)]
    [InlineData(600, 2, 3)]
    public void TheStatedNullBiasIsTheMeanOverShuffledLabels(int count, int labels, int features)
    {
        var random = new RandomStream(11, "null");
        var run = new EstimatorRun
        {
            Rows = [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, features).Select(_ => random.NextNormal()).ToArray())],
            LabelSets = WithShuffles([.. Enumerable.Range(0, count).Select(row => row % labels)]),
        };
        AssertBias(run.Estimate());
    }

    [Fact]
    public void TheStatedNullBiasIsTheMeanOverShuffledLabelsOfTheDigits()
    {
        var run = ReferenceCase.Published("c10_digits").Run;
        AssertBias((run with { LabelSets = WithShuffles(run.LabelSets[0].Labels) }).Estimate());
    }

    /// <summary>Clusters around a centre per label, so that there is information to correct, from 100 rows per label on.</summary>
    [Theory]
    [InlineData(1000, 10, 16, 1.0)]
    [InlineData(2000, 20, 64, 0.3)]
    [InlineData(600, 6, 4, 2.0)]
    [InlineData(1500, 3, 32, 0.1)]
    public void TheCorrectedInformationIsWhatPermutedLabelsLeave(int count, int labels, int features, double separation)
    {
        var run = new GaussianClusters { Labels = labels, Features = features, Separation = separation }.Draw(count, seed: 17);
        var table = (run with { LabelSets = WithShuffles(run.LabelSets[0].Labels) }).Estimate();
        AssertBias(table);
        var left = table.Information - NullMean(table);
        Assert.InRange(table.Nats("mutual-information-corrected"), (1 - RelativeBiasTolerance) * left, (1 + RelativeBiasTolerance) * left);
        // There is something to correct.
        Assert.True(NullMean(table) > 0.02 * table.Information);
    }

    [Fact]
    public void IndependentLabelsHaveAPositiveInformationThatShrinksWithTheRows()
    {
        var means = new[] { 100, 1000 }.Select(count =>
        {
            var random = new RandomStream(12, "independent");
            var run = new EstimatorRun
            {
                Rows = [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, 16).Select(_ => random.NextNormal()).ToArray())],
                LabelSets = WithShuffles([.. Enumerable.Range(0, count).Select(row => row % 5)]),
            };
            return NullMean(run.Estimate());
        }).ToArray();
        // The bias is of the order of 1/n.
        Assert.InRange(means[0] / means[1], 5, 20);
    }

    [Fact]
    public void OverManyDrawsOfTheAnchorsARotationOfTheRowsDoesNotMatter()
    {
        const int draws = 200;
        var random = new RandomStream(13, "isometry");
        double[][] rows = [.. Enumerable.Range(0, 50).Select(_ => Enumerable.Range(0, 6).Select(feature => random.NextNormal() + (feature == 0 ? 1.5 : 0)).ToArray())];
        var run = new EstimatorRun { Rows = rows, Options = { ["anchors"] = "20" } };
        var turned = run.With(LawChecks.Rotate(rows, 14));
        var before = Enumerable.Range(0, draws).Select(seed => (run with { Seed = (ulong)seed }).Estimate().Entropy).ToArray();
        var after = Enumerable.Range(0, draws).Select(seed => (turned with { Seed = (ulong)(draws + seed) }).Estimate().Entropy).ToArray();
        // Two means of independent draws; 4.5 standard errors are exceeded once in 150,000.
        var standardError = Math.Sqrt((Variance(before) + Variance(after)) / draws);
        Assert.InRange(before.Average() - after.Average(), -4.5 * standardError, 4.5 * standardError);
        // The draw matters to each single number, by far more than rounding.
        Assert.True(Math.Sqrt(Variance(before)) > 0.01);
    }

    [Fact]
    public void MoreAnchorsDependLessOnTheDraw()
    {
        var random = new RandomStream(15, "draws");
        double[][] rows = [.. Enumerable.Range(0, 100).Select(_ => Enumerable.Range(0, 10).Select(_ => random.NextNormal()).ToArray())];
        double Spread(string anchors)
        {
            var run = new EstimatorRun { Rows = rows, Options = { ["anchors"] = anchors, ["temperature"] = "0.1" } };
            return Math.Sqrt(Variance([.. Enumerable.Range(0, 30).Select(seed => (run with { Seed = (ulong)seed }).Estimate().Entropy / Math.Log(double.Parse(anchors)))]));
        }

        Assert.True(Spread("400") < Spread("10") / 2);
    }

    private static TestLabels[] WithShuffles(int[] labels) =>
    [
        new TestLabels("y", labels),
        .. Enumerable.Range(0, Shuffles).Select(index => new TestLabels($"y~{index}", [.. LawChecks.Permutation((ulong)(100 + index), labels.Length).Select(row => labels[row])], "y", index)),
    ];

    private static double NullMean(EstimateTable table) => Enumerable.Range(0, Shuffles).Average(index => table.Nats("mutual-information", $"y~{index}"));

    // The mean over shuffles is itself off by their spread over the root of their number. Four times that must leave more than half of the tolerance to the
    // formula, or the verdict would be the shuffles'.
    private static void AssertBias(EstimateTable table)
    {
        var mean = NullMean(table);
        var standardError = Math.Sqrt(Variance([.. Enumerable.Range(0, Shuffles).Select(index => table.Nats("mutual-information", $"y~{index}"))]) / Shuffles);
        Assert.True(4 * standardError < RelativeBiasTolerance / 2 * mean, $"the mean over {Shuffles} shuffles is known to {standardError / mean:P1} alone");
        Assert.InRange(table.Nats("null-bias"), (1 - RelativeBiasTolerance) * mean, (1 + RelativeBiasTolerance) * mean);
    }

    private static double Variance(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);
}
