using Infoscope.Plugins.Lasso.Tests.Estimator;

namespace Infoscope.Plugins.Lasso.Tests.Sequences;

public sealed class AttentionTests
{
    private const int Tokens = 10;

    private const string MeanOfChances = "a mean of p-values is no p-value itself";

    private static readonly LassoRun Run = LassoRun.Drawn(3, Tokens, 16).With("top-k", "3");

    private static readonly float[] Query = [0.3f, 0.05f, 0.1f, 0.15f, 0.02f, 0.08f, 0.04f, 0.06f, 0.12f, 0.08f];

    [Fact]
    public void AttentionOfTheFirstSequencesAloneGivesMeansOverThese()
    {
        var table = Run.With(Attended(0), Run.Sequences[1], Attended(2)).Estimate();
        var alone = Run.With(Attended(0)).Estimate();
        var against = table.Wholes.Where(estimate => estimate.Against is "attention" or "chance").ToArray();
        Assert.Equal(10, against.Length);
        Assert.All(against, estimate => Assert.Equal("the mean over the 2 of 3 sequences that have it", estimate.Notes[0]));
        Assert.All(against, estimate => Assert.Equal(2 * Tokens, estimate.RowsUsed));
        foreach (var estimate in table.Wholes)
            Assert.Equal(estimate.Quantity.Id == "removal-chance", estimate.Notes.Any(note => note == MeanOfChances));
        Assert.Equal([MeanOfChances], table.Find("removal-chance")!.Notes);
        Assert.All(table.Wholes.Except(against), estimate => Assert.Equal(estimate.Quantity.Id == "removal-chance" ? 1 : 0, estimate.Notes.Count));
        Assert.Equal(["means over 3 sequences"], table.Notes);
        Assert.Equal(10, alone.Wholes.Count(estimate => estimate.Against is "attention" or "chance"));
        Assert.Empty(alone.Notes);
        Assert.All(alone.Wholes, estimate => Assert.Empty(estimate.Notes));
    }

    [Fact]
    public void OverlapIsThePartOfTheSelectionAmongTheMostAttended()
    {
        // Without the sink at 0 the most attended are 3, 8 and 2.
        var table = (Run with { Items = true }).With(Attended(0)).Estimate();
        var common = table.SelectedItems.Intersect(["token 3", "token 8", "token 2"]).Count();
        Assert.Equal(common / 3.0, table["overlap", "attention"]);
        Assert.Equal(common / (6.0 - common), table["jaccard", "attention"]);
        Assert.Equal(3.0 / (Tokens - 1), table["overlap", "chance"]);
    }

    [Fact]
    public void AttendingToTheSelectedTokensAgreesWithThem()
    {
        var selected = (Run with { Items = true }).With(Run.Sequences[0]).Estimate().SelectedItems.Select(item => int.Parse(item[6..], null)).ToArray();
        float[] query = [.. Enumerable.Range(0, Tokens).Select(place => selected.Contains(place) ? 1f : 0f)];
        var table = Run.With("attention-sinks", "0").With(Run.Sequences[0].AttendedBy(query)).Estimate();
        Assert.Equal((1, 1), (table["overlap", "attention"], table["jaccard", "attention"]));
        foreach (var quantity in new[] { "information-retained", "refit-residual", "subset-ridge-optimum", "removal-loss", "removal-loss-total", "removal-chance" })
            Assert.Equal(table[quantity], table[quantity, "attention"]);
    }

    [Fact]
    public void SinksHaveNoRankAmongTheOthers()
    {
        // The weights fall from the first token to the third, and so does the attention; a sink with an attention of 0 would make it -1/2.
        var run = LassoRun.Of([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [3, 2, 1, 0]]).With("top-k", "2");
        var attended = run.Sequences[0].AttendedBy(0.5f, 0.3f, 0.1f, 0.1f);
        Assert.Equal(1, run.With(attended).Estimate()["rank-correlation", "attention"], 1e-15);
        Assert.Equal(1, run.With("attention-sinks", "0").With(attended).Estimate()["rank-correlation", "attention"], 1e-15);
        Assert.Null(run.With("attention-sinks", "2").With(attended).Estimate().Find("rank-correlation", "attention"));
    }

    [Fact]
    public void HeadsAreAveragedAndOnlyTheLastQueryCounts()
    {
        // Two heads whose mean is the query; all other queries are 7.
        float[] Head(float sign) => [.. Enumerable.Repeat(7f, Tokens * (Tokens - 1)), .. Query.Select((weight, place) => weight + sign * 0.01f * (place % 2))];
        var two = Run.Sequences[0] with { Heads = 2, AttentionLength = Tokens, Attention = [.. Head(1), .. Head(-1)] };
        Assert.Equal(Run.With(Attended(0)).Estimate().Lines(), Run.With(two).Estimate().Lines());
    }

    [Fact]
    public void AttentionMayCoverMorePositionsThanThereAreTokens()
    {
        const int Length = Tokens + 2;
        float[] longer = [.. new float[Length * (Tokens - 1)], .. Query, 0, 0, .. Enumerable.Repeat(5f, Length * 2)];
        var run = Run.With(Run.Sequences[0] with { Heads = 1, AttentionLength = Length, Attention = longer });
        Assert.Equal(Run.With(Attended(0)).Estimate().Lines(), run.Estimate().Lines());
    }

    [Fact]
    public void AttentionToATokenThatIsLeftOutIsLeftOutToo()
    {
        double[][] rows = [.. Run.Sequences[0].Rows];
        rows[3] = [.. Enumerable.Repeat(double.NaN, 16)];
        var run = Run.With("attention-sinks", "0");
        var table = run.With((Run.Sequences[0] with { Rows = rows }).AttendedBy(Query)).Estimate();
        var without = run.With(new FedSequence { Rows = [.. rows.Where((_, place) => place != 3)] }.AttendedBy([.. Query.Where((_, place) => place != 3)])).Estimate();
        Assert.Equal(without.Estimates.Select(estimate => estimate.Value), table.Estimates.Select(estimate => estimate.Value));
    }

    [Fact]
    public void AttentionThatRestsOnTheSinksAloneIsNone()
    {
        float[] query = [1, .. new float[Tokens - 2], 1];
        var table = Run.With(Run.Sequences[0].AttendedBy(query)).Estimate();
        Assert.Equal(Run.With(Run.Sequences[0]).Estimate().Estimates.Select(estimate => estimate.Value), table.Estimates.Select(estimate => estimate.Value));
        Assert.Contains("the last token pays no attention to others but the first 1, so there is nothing to compare with", table.Notes);
    }

    [Fact]
    public void AttentionShorterThanTheTokensIsRefusedInOneSentence()
    {
        var exception = Assert.Throws<ActivationShapeException>(Run.With(Attended(0), Run.Sequences[1].AttendedBy(Query[..5])).Estimate);
        Assert.Equal("the attention of sequence 1 has 5 positions, and its tokens go up to position 9; give the attention of these tokens.", exception.Message);
    }

    [Theory]
    [InlineData(float.NaN, 2, "NaN")]
    [InlineData(-0.25f, 0, "-0.25")]
    [InlineData(float.PositiveInfinity, 8, "Infinity")]
    public void AttentionThatIsNoWeightIsRefusedInOneSentence(float weight, int place, string text)
    {
        float[] query = [.. Query];
        query[place] = weight;
        var exception = Assert.Throws<ActivationShapeException>(Run.With(Run.Sequences[0].AttendedBy(query)).Estimate);
        Assert.Equal($"head 0 of sequence 0 pays position {place} an attention of {text}; it must be a number of at least 0.", exception.Message);
    }

    [Fact]
    public void NothingIsComparedWhenNothingIsSelected()
    {
        var table = LassoRun.Drawn(1, Tokens, 16).With("lambda-ratio", "1").With(Attended(0)).Estimate();
        Assert.Null(table.Find("overlap", "attention"));
        Assert.Null(table.Find("rank-correlation", "attention"));
        Assert.Equal(0, table["information-retained", "attention"]);
    }

    private static FedSequence Attended(int sequence) => Run.Sequences[sequence].AttendedBy(Query);
}
