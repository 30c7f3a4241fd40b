using Infoscope.Plugins.Lasso.Tests.Estimator;
using Infoscope.Plugins.Lasso.Tests.Tokens;

namespace Infoscope.Plugins.Lasso.Tests.Sequences;

public sealed class DegenerateSequencesTests
{
    private const string Orthogonal = "the last token is orthogonal to all before it, up to rounding: which are selected says nothing";

    private const string SeveralWeights = "other weights fit as well: tokens repeat or depend on one another";

    [Fact]
    public void ATokenThatRepeatsIsMergedIntoItsLastPlaceWithANote()
    {
        var rows = LassoRun.Drawn(1, 8, 16).Sequences[0].Rows;
        double[] repeated = [.. rows[^1].Zip(rows[2], (target, other) => target + 0.1 * other)];
        var run = LassoRun.Of([repeated, .. rows[..3], repeated, .. rows[3..]]).With("lambda-ratio", "0.3") with { Items = true };
        var table = run.Estimate();
        Assert.Equal("token 4", table.SelectedItems.First());
        Assert.DoesNotContain("token 0", table.SelectedItems);
        Assert.Equal([SeveralWeights], table.Notes);
        // The fit is that without the first of the two.
        var without = LassoRun.Of([.. rows[..3], repeated, .. rows[3..]]).With("lambda-ratio", "0.3").Estimate();
        Assert.Equal(without["lasso-residual"], table["lasso-residual"], 1e-12);
        Assert.Empty(without.Notes);
    }

    [Fact]
    public void MoreTokensThanFeaturesAreSelectedAtMostAsManyAsThereAreFeatures()
    {
        var run = LassoRun.Drawn(1, 40, 5).With("lambda-ratio", "0.001");
        var table = run.Estimate();
        Assert.InRange(table["selected-tokens"], 1, 5);
        AssertNumbers(table);
        AssertNumbers(run.With("intercept", "true").Estimate());
    }

    [Theory]
    [InlineData(4, false, false)]
    [InlineData(5, false, true)]
    [InlineData(5, true, true)]
    public void AFitThatIsExactByCountingIsNoted(int context, bool all, bool noted)
    {
        // Tokens of five features; a small penalty selects five of them, a large one fewer.
        var table = LassoRun.Drawn(1, context + 1, 5).With("lambda-ratio", all ? "1e-6" : "0.5").Estimate();
        Assert.Equal(all, table["selected-tokens"] == 5);
        Assert.Equal(all, table["refit-residual"] < 1e-12);
        string[] selected = ["as many tokens as features are selected: least squares on them is exact whatever they are"];
        string[] given = ["there are as many tokens before the last as features: together they may fit it by their number alone"];
        Assert.Equal([.. all ? selected : [], .. noted ? given : []], table.Notes);
    }

    [Theory]
    [InlineData("lambda-ratio", "1")]
    [InlineData("lambda-ratio", "1000")]
    [InlineData("lambda", "1")]
    [InlineData("lambda", "1e200")]
    public void LambdaMaxAndAboveSelectNothing(string option, string value)
    {
        var run = LassoRun.Drawn(2, 12, 8).With(option, value) with { Items = true };
        var table = run.With([run.Sequences[0].AttendedBy([.. Enumerable.Repeat(1f, 12)]), run.Sequences[1]]).Estimate();
        AssertNumbers(table);
        Assert.Equal((0, 1, 0), (table["selected-tokens"], table["lasso-residual"], table["duality-gap"]));
        Assert.True(table["lambda-ratio"] >= 1);
        Assert.Empty(table.SelectedItems);
        Assert.Equal((0, 0, 1), (table["information-retained"], table["removal-loss"], table["removal-chance"]));
        Assert.Equal((1, 1), (table["refit-residual"], table["subset-ridge-optimum"]));
        Assert.Equal((0, 0), (table["information-retained", "random tokens"], table.Find("information-retained", "random tokens")!.DrawStandardDeviation!.Value));
        Assert.Null(table.Find("overlap", "attention"));
    }

    [Theory]
    [InlineData("lambda", "1e-4")]
    [InlineData("lambda-ratio", "0.1")]
    [InlineData("top-k", "1")]
    public void ATargetOrthogonalToAllTokensSelectsNothingAndSaysSo(string option, string value)
    {
        var run = LassoRun.Of([[1, 0, 0, 0], [0, 1, 0, 0], [1, 1, 0, 0], [0, 0, 1, 1]]).With(option, value).With("path-points", "3");
        var table = run.Estimate();
        AssertNumbers(table);
        Assert.Equal((0, 1), (table["selected-tokens"], table["lasso-residual"]));
        Assert.Null(table.Find("lambda-ratio"));
        Assert.Null(table.Find("information-retained"));
        Assert.Null(table.Find("concentration-gini"));
        Assert.Equal(0, table["context-information"]);
        Assert.Contains(Orthogonal, table.Notes);
    }

    [Theory]
    [InlineData("true", "false")]
    [InlineData("false", "false")]
    [InlineData("true", "true")]
    public void ATargetOrthogonalUpToRoundingIsNoted(string unitRows, string intercept)
    {
        // The target less what the others span, reduced twice: what is left of the products is rounding.
        var run = LassoRun.Of(OrthogonalTarget(intercept == "true")).With("lambda-ratio", "0.1").With("unit-rows", unitRows).With("intercept", intercept);
        var table = run.Estimate();
        AssertNumbers(table);
        Assert.True(table["lambda"] is > 0 and < 1e-15);
        Assert.Contains(Orthogonal, table.Notes);
        Assert.DoesNotContain(Orthogonal, run.With("lambda-ratio", "0.1").With(new FedSequence { Rows = LassoRun.Drawn(1, 6, 32).Sequences[0].Rows }).Estimate().Notes);
    }

    [Fact]
    public void TheNoteOfOneSequenceAmongSeveralSaysInHowMany()
    {
        var usual = LassoRun.Drawn(2, 6, 32).With("lambda-ratio", "0.1");
        var table = usual.With([.. usual.Sequences, new FedSequence { Rows = OrthogonalTarget(false) }]).Estimate();
        Assert.Contains("the last token is orthogonal to all before it in 1 of 3 sequences, up to rounding: which are selected says nothing", table.Notes);
    }

    [Theory]
    [InlineData(2, 6)]
    [InlineData(2, 1)]
    [InlineData(5, 1)]
    public void TwoTokensOrOneFeatureGiveNumbers(int tokens, int features)
    {
        var random = new RandomStream(1, "few");
        double[][] rows = [.. Enumerable.Range(0, tokens).Select(_ => AutoregressiveTokens.Normals(features, random))];
        AssertNumbers(LassoRun.Of(rows).With("path-points", "2").Estimate());
        AssertNumbers(LassoRun.Of(rows).With("unit-rows", "false").With("top-k", "1").Estimate());
    }

    [Fact]
    public void EqualTokensTellEverythingOnce()
    {
        var table = (LassoRun.Of([.. Enumerable.Repeat(new[] { 1.0, 2, 3 }, 6)]).With("lambda-ratio", "0.5") with { Items = true }).Estimate();
        AssertNumbers(table);
        Assert.Equal(["token 4"], table.SelectedItems);
        Assert.Equal(0.5, table["lasso-weight", "", "token 4"], 1e-15);
        // 1/2 ln(1 + n/sigma^2), as of one token seen n times.
        TokenLaws.Near(0.5 * Math.Log(1 + 6e4), table["information-gain"], 1e-9);
        Assert.Equal([SeveralWeights], table.Notes);
    }

    [Theory]
    [InlineData(1e-150)]
    [InlineData(1e150)]
    public void TokensOfAnySizeHaveTheSameNumbersAsUnitRows(double scale)
    {
        var run = LassoRun.Drawn(1, 8, 6).With("lambda-ratio", "0.1");
        var (small, usual) = (run.Map(row => [.. row.Select(value => scale * value)]).Estimate(), run.Estimate());
        AssertNumbers(small);
        Assert.Equal(usual["selected-tokens"], small["selected-tokens"]);
        TokenLaws.Near(usual["information-gain"], small["information-gain"], 1e-9);
    }

    [Fact]
    public void RawTokensWhoseSquaresOverflowAreRefusedInOneSentence()
    {
        var run = LassoRun.Of([[1e200, 0], [1e200, 1]]).With("unit-rows", "false");
        var exception = Assert.Throws<NumericalFailureException>(run.Estimate);
        Assert.Equal("the inner product of tokens 0 and 0 is Infinity; normalise the rows, or scale them down.", exception.Message);
    }

    [Fact]
    public void NoiseThatIsLostInRoundingIsRefusedInOneSentence()
    {
        var run = LassoRun.Of([[1e8, 0], [1e8, 0]]).With("unit-rows", "false");
        var exception = Assert.Throws<NumericalFailureException>(run.Estimate);
        Assert.Equal("noise of sigma 0.01 is lost in the rounding of 2 tokens with norms up to 1E+08; normalise the rows or take a larger sigma.", exception.Message);
    }

    [Fact]
    public void ASequenceOfTooManyTokensIsRefusedBeforeTheirInnerProducts()
    {
        double[] token = [1];
        var exception = Assert.Throws<ActivationShapeException>(LassoRun.Of([.. Enumerable.Repeat(token, 46_341)]).Estimate);
        Assert.Equal("sequence 0 has 46341 tokens; lasso holds a number for every two of them and takes at most 46340: cut it into shorter sequences.", exception.Message);
    }

    [Fact]
    public void ATargetOfEqualFeaturesIsRefusedUnderAnInterceptInOneSentence()
    {
        var exception = Assert.Throws<NumericalFailureException>(LassoRun.Of([[1, 2, 3], [2, 2, 2]]).With("intercept", "true").Estimate);
        Assert.Equal("the last token of sequence 0 is the same in every feature, and an intercept leaves nothing of it; leave the sequence out, or take lasso.intercept=false.", exception.Message);
    }

    private static double[][] OrthogonalTarget(bool centred)
    {
        var rows = LassoRun.Drawn(1, 6, 32).Sequences[0].Rows;
        double[] ones = [.. Enumerable.Repeat(1.0, 32)];
        var directions = new List<double[]>();
        double[][] span = centred ? [ones, .. rows[..^1]] : rows[..^1];
        foreach (var row in span) directions.Add(AutoregressiveTokens.Unit(Reduce(row, directions)));
        return [.. rows[..^1], Reduce(rows[^1], directions)];
    }

    private static double[] Reduce(double[] row, List<double[]> directions)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var direction in directions)
            {
                var along = row.Zip(direction, (a, b) => a * b).Sum();
                row = [.. row.Zip(direction, (value, part) => value - along * part)];
            }
        }

        return row;
    }

    private static void AssertNumbers(LassoTable table)
    {
        Assert.NotEmpty(table.Estimates);
        Assert.All(table.Estimates, estimate => Assert.True(double.IsFinite(estimate.Value.Number) && double.IsFinite(estimate.DrawStandardDeviation ?? 0) && double.IsFinite(estimate.Ceiling?.Number ?? 0), LassoTable.Line(estimate)));
    }
}
