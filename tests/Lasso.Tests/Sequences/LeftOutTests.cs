using Infoscope.Plugins.Lasso.Tests.Estimator;

namespace Infoscope.Plugins.Lasso.Tests.Sequences;

public sealed class LeftOutTests
{
    private const string None = "lasso has no sequence to analyse: ", Needs = "; it needs one of at least 2 finite tokens, the last of them not zero.";

    private static readonly double[] NotFinite = [double.NaN, 0, 0, 0, 0, 0, 0, 0, 0], Zero = new double[9];

    private static readonly LassoRun Run = LassoRun.Drawn(3, 8, 9).With("lambda-ratio", "0.2");

    private static readonly double[][] First = Run.Sequences[0].Rows, Second = Run.Sequences[1].Rows;

    [Fact]
    public void SequencesOfOneTokenAreLeftOutAndCounted()
    {
        var table = Run.With(Fed(First), Fed(First[..1]), Fed(Second), Fed([NotFinite, Second[0]])).Estimate();
        Assert.All(table.Estimates.Where(estimate => estimate.Notes.Count == 0), estimate => Assert.Equal((16, 3), (estimate.RowsUsed, estimate.RowsDropped)));
        Assert.Equal(["means over 2 sequences", "left out: 2 sequences of fewer than 2 finite tokens and 0 that end in a zero token"], table.Notes);
        Assert.Equal(Run.With(Fed(First), Fed(Second)).Estimate()["information-gain"], table["information-gain"]);
    }

    [Fact]
    public void NoSequenceOfTwoTokensIsRefusedInOneSentence()
    {
        var exception = Assert.Throws<NumericalFailureException>(Run.With(Fed(First[..1]), Fed([First[0], NotFinite])).Estimate);
        Assert.Equal($"{None}2 sequences of fewer than 2 finite tokens and 0 that end in a zero token{Needs}", exception.Message);
    }

    [Fact]
    public void OneSequenceAndSeveralTokensAreCountedInTheirNumber()
    {
        var table = Run.With(Fed([NotFinite, .. First, NotFinite]), Fed(First[..1])).Estimate();
        Assert.Equal(["left out: 1 sequence of fewer than 2 finite tokens and 0 that end in a zero token", "2 tokens are not finite and were left out"], table.Notes);
    }

    [Fact]
    public void NoSequenceAtAllIsRefusedInOneSentence()
    {
        using var estimation = new LassoEstimator().Begin(Run.Context());
        var exception = Assert.Throws<NumericalFailureException>(estimation.Complete);
        Assert.Equal($"{None}0 sequences of fewer than 2 finite tokens and 0 that end in a zero token{Needs}", exception.Message);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void ATokenThatIsNotFiniteIsLeftOutAndTheOthersKeepTheirPlaces(double value)
    {
        double[] bad = [0, 0, value, 0, 0, 0, 0, 0, 0];
        var run = (Run with { Items = true }).With("token-items", "all");
        var table = run.With(Fed([.. First[..3], bad, .. First[3..]])).Estimate();
        var clean = run.With(Fed(First)).Estimate();
        Assert.Equal(["1 token is not finite and was left out"], table.Notes);
        Assert.All(table.Estimates, estimate => Assert.Equal((8, 1), (estimate.RowsUsed, estimate.RowsDropped)));
        Assert.Equal(clean.Estimates.Select(estimate => estimate.Value), table.Estimates.Select(estimate => estimate.Value));
        Assert.Equal(Enumerable.Range(0, 9).Where(place => place != 3).Select(place => $"token {place}"), table.Of("token-gain").Select(estimate => estimate.Item));
        // What stood at 3 and later is now one further on.
        Assert.Equal(clean.SelectedItems.Select(item => int.Parse(item[6..], null)).Select(place => $"token {(place < 3 ? place : place + 1)}"), table.SelectedItems);
    }

    [Fact]
    public void WhereTheLastTokenIsNotFiniteTheOneBeforeItIsTheTarget()
    {
        var table = Run.With(Fed([.. First, NotFinite])).Estimate();
        Assert.Equal(Run.With(Fed(First)).Estimate()["information-gain-last"], table["information-gain-last"]);
    }

    [Fact]
    public void AZeroTokenIsRefusedInOneSentenceThatNamesIt()
    {
        var exception = Assert.Throws<NumericalFailureException>(Run.With(Fed(First), Fed([Second[0], NotFinite, Zero, .. Second])).Estimate);
        Assert.Equal("token 2 of sequence 1 is zero in every feature and has no direction; leave it out of the file, or keep it with --set lasso.zero-tokens=keep.", exception.Message);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void AZeroTokenThatIsKeptTellsNothingAndIsNeverSelected(string unitRows)
    {
        var run = (Run with { Items = true }).With("unit-rows", unitRows).With("zero-tokens", "keep").With("token-items", "all");
        var table = run.With(Fed([.. First[..2], Zero, .. First[2..]])).Estimate();
        Assert.Equal(0, table["token-gain", "", "token 2"]);
        Assert.Equal(0, table["marginal-gain", "", "token 2"]);
        Assert.DoesNotContain("token 2", table.SelectedItems);
        Assert.Empty(table.Notes);
        Assert.All(table.Estimates, estimate => Assert.True(double.IsFinite(estimate.Value.Number)));
        foreach (var quantity in new[] { "information-gain", "information-gain-last", "selected-tokens", "lasso-residual" })
            Assert.Equal(run.With(Fed(First)).Estimate()[quantity], table[quantity], 1e-10);
    }

    [Fact]
    public void ASequenceThatEndsInAZeroTokenIsLeftOut()
    {
        var run = Run.With("zero-tokens", "keep");
        var table = run.With(Fed([.. First, Zero]), Fed(Second)).Estimate();
        Assert.Equal(["left out: 0 sequences of fewer than 2 finite tokens and 1 that ends in a zero token"], table.Notes);
        Assert.All(table.Estimates, estimate => Assert.Equal((8, 9), (estimate.RowsUsed, estimate.RowsDropped)));
        var exception = Assert.Throws<NumericalFailureException>(run.With(Fed([.. First, Zero])).Estimate);
        Assert.Equal($"{None}0 sequences of fewer than 2 finite tokens and 1 that ends in a zero token{Needs}", exception.Message);
    }

    private static FedSequence Fed(double[][] rows) => new() { Rows = rows };
}
