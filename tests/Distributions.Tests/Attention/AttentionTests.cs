using Infoscope.Plugins.Distributions.Tests.Runs;

namespace Infoscope.Plugins.Distributions.Tests.Attention;

public sealed class AttentionTests
{
    private const int Length = 5;

    // A third in single precision is off by 2^-26.
    private const double SingleRounding = 1e-7;

    private static readonly double OfCausal = Enumerable.Range(1, Length).Average(seen => Math.Log(seen));

    [Fact]
    public void UniformCausalAttentionHasTheMeanLogarithmOfWhatQueriesSee()
    {
        var run = RowEntropyRun.OfAttention(FedSequence.Of(FedSequence.Causal(Length)));
        var (columns, support) = (run.Estimate().Of("row-entropy"), run.With("normalize", "support").Estimate().Of("row-entropy"));
        Assert.Equal(OfCausal, columns.Value.Number, SingleRounding);
        Assert.Equal(columns.Value, support.Value);
        Assert.Equal((Math.Log(Length), Math.Log(Length)), (columns.Ceiling!.Value.Number, columns.Scale!.Value.Number));
        Assert.Equal(OfCausal, support.Ceiling!.Value.Number, SingleRounding);
        Assert.Equal(support.Ceiling, support.Scale);
    }

    [Fact]
    public void OneEntryAboveTheDiagonalMakesASequenceOneThatSeesEverything()
    {
        var attention = FedSequence.Causal(Length);
        (attention[1][1], attention[1][2]) = (0.25f, 0.25f);
        var table = RowEntropyRun.OfAttention(FedSequence.Of(FedSequence.Causal(Length), attention), FedSequence.Of(FedSequence.Causal(Length), FedSequence.Causal(Length))).With("normalize", "support").Estimate();
        Assert.Equal((OfCausal + Math.Log(Length)) / 2, table.Of("row-entropy").Scale!.Value.Number, SingleRounding);
        Assert.Equal("2 heads over 5 positions, causal in 1 of 2 sequences", table.Facts["attention"]);
    }

    [Theory]
    [InlineData(1f / Length)]
    [InlineData(float.NaN)]
    [InlineData(0f)]
    public void WhatThePaddingBehindTheLastTokenLooksAtDoesNotMakeASequenceSeeEverything(float padding)
    {
        var attention = FedSequence.Causal(Length);
        for (var query = 3; query < Length; query++) Array.Fill(attention[query], padding);
        var table = RowEntropyRun.OfAttention(new FedSequence([0, 1, 2], attention, attention)).With("normalize", "support").Estimate();
        Assert.Equal((Math.Log(2) + Math.Log(3)) / 3, table.Of("row-entropy").Scale!.Value.Number, SingleRounding);
        Assert.Equal("2 heads over 5 positions, causal in 1 of 1 sequences", table.Facts["attention"]);
    }

    [Fact]
    public void EachHeadIsAnItemAndTheWholeIsTheirMean()
    {
        var run = RowEntropyRun.OfAttention(FedSequence.Of(FedSequence.ToItself(Length), FedSequence.Uniform(Length)));
        var table = (run with { Items = true }).Estimate();
        Assert.Equal(0, table["row-entropy", "head 0"]);
        Assert.Equal(Math.Log(Length), table["row-entropy", "head 1"], SingleRounding);
        Assert.Equal(Math.Log(Length) / 2, table["row-entropy"], SingleRounding);
        Assert.Equal(Math.Log(Length), table["row-divergence", "head 0"], SingleRounding);
        Assert.Equal(0, table["row-divergence", "head 1"], SingleRounding);
        // Ten entropies, half of them 0 and half ln 5.
        Assert.Equal(Math.Log(Length) / 2 * Math.Sqrt(10.0 / 9), table["row-entropy-sd"], SingleRounding);
        Assert.All(table.Estimates, estimate => Assert.Equal(Length, estimate.RowsUsed));
        Assert.Equal(run.Estimate().Lines(), table.Lines().Where(line => !line.Contains("head ", StringComparison.Ordinal)));
    }

    [Fact]
    public void OnlyTheQueriesOfRowsThatAreUsedCount()
    {
        var table = RowEntropyRun.OfAttention(new FedSequence([2, 4], FedSequence.Causal(Length))).Estimate();
        Assert.Equal((Math.Log(3) + Math.Log(5)) / 2, table["row-entropy"], SingleRounding);
        Assert.Equal(2, table.Of("row-entropy").RowsUsed);
    }

    [Fact]
    public void RowsOfSequencesWithoutAttentionAndThoseNotFiniteAreLeftOutAndCounted()
    {
        var broken = FedSequence.Uniform(Length);
        broken[3][0] = float.NaN;
        var run = RowEntropyRun.OfAttention(FedSequence.Of(FedSequence.Uniform(Length), broken), new FedSequence([0, 1, 2])) with { Labels = [0, 0, 1, 1, 1, 0, 0, 1], Items = true };
        run = run with { Rows = [[double.NaN, 0], .. run.Rows[1..]] };
        var table = run.Estimate();
        Assert.Equal(["left out: 2 rows not finite and 3 rows of sequences without attention"], table.Notes);
        Assert.Equal((3, 5), (table.Of("row-entropy").RowsUsed, table.Of("row-entropy").RowsDropped));
        Assert.Equal(Math.Log(Length), table["row-entropy"], SingleRounding);
        Assert.Equal((1, 3), (table.Of("row-entropy", "label 0", "y").RowsUsed, table.Of("row-entropy", "label 0", "y").RowsDropped));
        Assert.Equal((2, 2), (table.Of("row-entropy", "label 1", "y").RowsUsed, table.Of("row-entropy", "label 1", "y").RowsDropped));
    }

    [Fact]
    public void ALabelHasTheMeanOverItsQueriesAndHeads()
    {
        var run = RowEntropyRun.OfAttention(FedSequence.Of(FedSequence.Causal(Length), FedSequence.ToItself(Length))) with { Labels = [0, 1, 1, 0, -1], Items = true };
        Assert.Equal((Math.Log(2) + Math.Log(3)) / 4, run.Estimate()["row-entropy", "label 1", "y"], SingleRounding);
        Assert.Equal((Math.Log(2) + Math.Log(3)) / 2, run.With("normalize", "support").Estimate().Of("row-entropy", "label 1", "y").Scale!.Value.Number, SingleRounding);
    }

    [Fact]
    public void AttentionIsAskedForAndDistributionsAreNot()
    {
        var needs = new RowEntropyEstimator().Requires(RowEntropyRun.Of([1]).With("source", "attention").OptionValues());
        Assert.Equal((RowAccess.WholeSequences, InputNeed.Required, InputNeed.Required, RowKind.Any), (needs.Access, needs.Sequences, needs.Attention, needs.RowKind));
        needs = new RowEntropyEstimator().Requires(RowEntropyRun.Of([1]).OptionValues());
        Assert.Equal((RowAccess.Stream, InputNeed.None, InputNeed.None, RowKind.Distribution), (needs.Access, needs.Sequences, needs.Attention, needs.RowKind));
    }
}
