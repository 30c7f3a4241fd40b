using Infoscope.Plugins.Distributions.Tests.Runs;

namespace Infoscope.Plugins.Distributions.Tests;

public sealed class RefusalTests
{
    private const string Needs = "row-entropy needs distributions, rows of at least 0 that sum to 1 within 0.001";
    private const string Softmax = "take the softmax of logits first";

    [Fact]
    public void ARowOfAnotherSumIsNamed() =>
        AssertRefused($"row 1 sums to 12.5; {Needs}: {Softmax}, or divide weights by their sum.", RowEntropyRun.Of([0.5, 0.5], [2.5, 10]));

    [Fact]
    public void ANegativeEntryIsNamedHoweverSmall() =>
        AssertRefused($"row 2 is -1E-12 in column 1; {Needs}: {Softmax}.", RowEntropyRun.Of([0.5, 0.5], [1, 0], [1, -1e-12]));

    [Fact]
    public void ARowOfZerosHasNoSum() => AssertRefused($"row 0 sums to 0; {Needs}: {Softmax}, or divide weights by their sum.", RowEntropyRun.Of([0, 0, 0]));

    [Fact]
    public void ASumThatMayBeRoundingNamesTheOption() =>
        AssertRefused($"row 0 sums to 1.002; {Needs}: if that is rounding, allow more with --set row-entropy.tolerance.", RowEntropyRun.Of([0.5, 0.502]));

    [Fact]
    public void TheSumOfHugeEntriesIsNoNumberAndRefused() => AssertRefused($"row 0 sums to Infinity; {Needs}: {Softmax}, or divide weights by their sum.", RowEntropyRun.Of([1e308, 1e308]));

    [Fact]
    public void TheToleranceDecides()
    {
        var run = RowEntropyRun.Of([0.5, 0.503]);
        Assert.Equal(Math.Log(2), run.With("tolerance", "0.004").Estimate()["row-entropy"], 1e-5);
        Assert.StartsWith("row 0 sums to 1.003; row-entropy needs distributions, rows of at least 0 that sum to 1 within 0.002: ", Assert.Throws<NumericalFailureException>(() => run.With("tolerance", "0.002").Estimate()).Message);
        Assert.Equal(Math.Log(2), RowEntropyRun.Of([0.5, 0.5]).With("tolerance", "0").Estimate()["row-entropy"], 1e-15);
    }

    [Fact]
    public void AttentionOfAnotherSumIsNamedByItsQueryHeadAndSequence()
    {
        var broken = FedSequence.Causal(3);
        broken[2][0] = 0.5f;
        AssertRefused(
            $"the attention of query 2 of head 1 of sequence 1 sums to 1.16667; {Needs}: {Softmax}, or divide weights by their sum.",
            RowEntropyRun.OfAttention(FedSequence.Of(FedSequence.Causal(3), FedSequence.Uniform(3)), FedSequence.Of(FedSequence.Uniform(3), broken)));
    }

    [Fact]
    public void RowsOfWhichNoneIsFiniteHaveNoEntropy() =>
        AssertRefused("row-entropy has no row to take the entropy of: 2 rows not finite; check the activations.", RowEntropyRun.Of([double.NaN, 0], [1, double.NegativeInfinity]));

    [Fact]
    public void SequencesOfWhichNoneHasAttentionHaveNoEntropy() =>
        AssertRefused("row-entropy has no row to take the entropy of: 3 rows of sequences without attention; check the attention.", RowEntropyRun.OfAttention(new FedSequence([0, 1, 2])));

    [Fact]
    public void AttentionOfFewerPositionsThanTokensIsRefused() => Assert.Equal(
        "the attention of sequence 0 has 3 positions, and its tokens go up to position 3; give the attention of these tokens.",
        Assert.Throws<ActivationShapeException>(() => RowEntropyRun.OfAttention(new FedSequence([0, 1, 2, 3], FedSequence.Uniform(3))).Estimate()).Message);

    [Fact]
    public void AttentionOfTwoShapesIsRefused() => Assert.Equal(
        "the attention of sequence 1 has 1 heads over 4 positions, and that before it 1 over 3; give attention of one shape.",
        Assert.Throws<ActivationShapeException>(() => RowEntropyRun.OfAttention(FedSequence.Of(FedSequence.Uniform(3)), FedSequence.Of(FedSequence.Uniform(4))).Estimate()).Message);

    [Fact]
    public void WhatARowCanSeeIsKnownOfAttentionAlone() => Assert.Equal(
        "row-entropy.normalize is 'support', but what a row can see is known of attention alone; set row-entropy.source=attention, or leave it out.",
        Assert.Throws<OptionException>(() => RowEntropyRun.Of([1]).With("normalize", "support").Estimate()).Message);

    [Theory]
    [InlineData("-0.1")]
    [InlineData("0.2")]
    public void AToleranceOutsideItsRangeIsRefused(string tolerance) => Assert.Throws<OptionException>(() => RowEntropyRun.Of([1]).With("tolerance", tolerance).Estimate());

    private static void AssertRefused(string message, RowEntropyRun run) => Assert.Equal(message, Assert.Throws<NumericalFailureException>(run.Estimate).Message);
}
