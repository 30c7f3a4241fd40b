using Infoscope.Plugins.Lasso.Tests.References;
using Infoscope.Plugins.Lasso.Tests.Tokens;

namespace Infoscope.Plugins.Lasso.Tests.Estimator;

public sealed class OptionEffectTests
{
    // The references are polished to 1e-15 of the conditions of optimality.
    private const double WeightTolerance = 1e-9;

    private static readonly LassoRun Run = LassoRun.Drawn(1, 24, 64) with { Items = true };

    [Fact]
    public void TheSumTakesAPenaltyThatIsAsManyTimesLargerAsThereAreFeatures()
    {
        // Powers of two, so that nothing is rounded.
        var mean = Run.With("lambda", "0.0009765625").Estimate();
        var sum = Run.With("lambda", "0.0625").With("penalty", "sum").Estimate();
        Assert.Equal((0.0009765625, 0.0625), (mean["lambda"], sum["lambda"]));
        Assert.NotEmpty(mean.SelectedItems);
        Assert.Equal(mean.Lines().Where(line => !line.StartsWith("lambda ", StringComparison.Ordinal)), sum.Lines().Where(line => !line.StartsWith("lambda ", StringComparison.Ordinal)));
    }

    [Fact]
    public void TheInterceptIsThatOfTheReferenceAndLeavesTheGainsAsTheyAre()
    {
        var numbers = LassoCase.Numbers("lasso_a_with_intercept");
        var lambda = numbers.GetProperty("alpha").GetDouble().ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        var run = (LassoRun.Of(NpyFile.Rows("lasso_a_d64_k16.npy")) with { Items = true }).With("unit-rows", "false").With("lambda", lambda);
        var (with, without) = (run.With("intercept", "true").Estimate(), run.Estimate());
        double[] expected = [.. numbers.GetProperty("coef").EnumerateArray().Select(value => value.GetDouble())];
        Assert.Equal(expected.Count(weight => weight != 0), with["selected-tokens"]);
        for (var token = 0; token < expected.Length; token++)
            Assert.Equal(expected[token], with.Find("lasso-weight", "", $"token {token}")?.Value.Number ?? 0, WeightTolerance);
        Assert.NotEqual(with["lasso-residual"], without["lasso-residual"]);
        foreach (var quantity in new[] { "information-gain", "information-gain-last", "ridge-residual", "concentration-gini" }) Assert.Equal(without[quantity], with[quantity]);
    }

    [Fact]
    public void TokensOfRawNormsAreAllSelectedAtThePublishedPenalty()
    {
        var run = LassoRun.Of(NpyFile.Rows("lasso_e_raw_d768_k128.npy"));
        Assert.Equal(128, run.With("unit-rows", "false").Estimate()["selected-tokens"]);
        Assert.Equal(7, run.Estimate()["selected-tokens"]);
    }

    [Fact]
    public void UnitRowsAreTheRowsOverTheirNorms()
    {
        var scaled = Run.Map(row => [.. row.Select(value => 8 * value)]);
        // A power of two scales without rounding.
        Assert.Equal(Run.Estimate().Lines(), scaled.Estimate().Lines());
        Assert.NotEqual(Run.Estimate()["information-gain"], scaled.With("unit-rows", "false").Estimate()["information-gain"]);
        TokenLaws.Near(Run.Estimate()["information-gain"], Run.Map(AutoregressiveTokens.Unit).With("unit-rows", "false").Estimate()["information-gain"], 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(11)]
    public void TopKSelectsThatManyAndSaysAtWhatPenalty(int count)
    {
        var table = Run.With("top-k", $"{count}").Estimate();
        Assert.Equal(count, table["selected-tokens"]);
        Assert.Equal(count, table.SelectedItems.Count());
        Assert.InRange(table["lambda-ratio"], 1e-6, 1);
        var lambda = table["lambda"].ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(table.SelectedItems, Run.With("lambda", lambda).Estimate().SelectedItems);
    }

    [Fact]
    public void MoreThanCanBeSelectedIsNoted()
    {
        // Four features hold four tokens that do not depend on one another.
        var table = LassoRun.Drawn(1, 20, 4).With("top-k", "10").Estimate();
        Assert.InRange(table["selected-tokens"], 1, 4);
        Assert.Contains("no penalty selects 10 tokens", table.Notes);
        Assert.Contains("no penalty selects 30 tokens", Run.With("top-k", "30").Estimate().Notes);
        Assert.Empty(Run.With("top-k", "3").Estimate().Notes);
    }

    [Fact]
    public void ACountThatJumpsIsNoted()
    {
        // Both tokens enter at the same penalty.
        var table = LassoRun.Of([[1, 0, 0], [0, 1, 0], [1, 1, 1]]).With("top-k", "1").Estimate();
        Assert.Equal(1, table["selected-tokens"]);
        Assert.Contains("the number of selected tokens jumps over 1: the heaviest are taken", table.Notes);
    }

    [Fact]
    public void ThePathIsReportedPointByPoint()
    {
        var table = Run.With("path-points", "4").Estimate();
        string[] against = ["lambda ratio 1", "lambda ratio 0.1", "lambda ratio 0.01", "lambda ratio 0.001"];
        Assert.Equal(against, table.Of("path-tokens").Select(estimate => estimate.Against));
        Assert.Equal(against, table.Of("path-residual").Select(estimate => estimate.Against));
        Assert.Equal((0, 1), (table["path-tokens", against[0]], table["path-residual", against[0]]));
        var single = Run.With("lambda-ratio", "0.01").Estimate();
        Assert.Equal(single["selected-tokens"], table["path-tokens", against[2]]);
        Assert.Equal(single["lasso-residual"], table["path-residual", against[2]], 1e-12);
        double[] residuals = [.. table.Of("path-residual").Select(estimate => estimate.Value.Number)];
        Assert.Equal(residuals.OrderDescending(), residuals);
        Assert.Equal(["lambda ratio 1", "lambda ratio 0.25"], Run.With("path-points", "2").With("path-end", "0.25").Estimate().Of("path-tokens").Select(estimate => estimate.Against));
        Assert.Empty(Run.Estimate().Of("path-tokens"));
    }

    [Fact]
    public void NeighboursOnAFinePathHaveNamesOfTheirOwn()
    {
        string[] names = [.. Run.With("path-points", "1000").With("path-end", "0.99").Estimate().Of("path-tokens").Select(estimate => estimate.Against)];
        Assert.Equal(1000, names.Distinct().Count());
    }

    [Fact]
    public void ASigmaThatRoundingReachesIsNoted()
    {
        const string note = "sigma is small beside the norms of the tokens: rounding may move a gain by more than 1e-6 nats";
        // More tokens than features: the last ones add the noise alone.
        var tokens = LassoRun.Drawn(1, 24, 8);
        Assert.Contains(note, tokens.With("sigma", "1e-6").Estimate().Notes);
        Assert.DoesNotContain(note, tokens.Estimate().Notes);
    }

    [Fact]
    public void AttentionSinksAreTheFirstTokensThatDoNotCount()
    {
        // What is attended is the first token, unless it is a sink; then the second.
        var run = Run.With(Run.Sequences[0].AttendedBy([0.9f, 0.08f, .. new float[21], 0.02f])).With("top-k", "1");
        double Retained(int sinks) => run.With("attention-sinks", $"{sinks}").Estimate()["information-retained", "attention"];
        var alone = Run.With("top-k", "1");
        double Of(int token) => alone.With(alone.Sequences[0].AttendedBy([.. Enumerable.Range(0, 24).Select(place => place == token ? 1f : 0f)])).With("attention-sinks", "0").Estimate()["information-retained", "attention"];
        Assert.NotEqual(Of(0), Of(1));
        Assert.Equal(Of(0), Retained(0));
        Assert.Equal(Of(1), Retained(1));
        Assert.Null(run.With("attention-sinks", "2").Estimate().Find("information-retained", "attention"));
    }

    [Theory]
    [InlineData("50")]
    [InlineData("2")]
    public void RandomSetsAreAsManyAsAsked(string count)
    {
        var drawn = Run.With("random-sets", count).Estimate().Estimates.Where(estimate => estimate.Draws is not null);
        Assert.NotEmpty(drawn);
        Assert.All(drawn, estimate => Assert.Equal(count, $"{estimate.Draws}"));
    }

    [Fact]
    public void ALargerSigmaMakesGainsSmaller()
    {
        var (small, large) = (Run.Estimate(), Run.With("sigma", "0.1").Estimate());
        foreach (var quantity in new[] { "information-gain", "information-gain-last", "leave-one-out-gain", "marginal-gain" }) Assert.True(large[quantity] < small[quantity]);
        Assert.True(large["ridge-optimum"] > small["ridge-optimum"]);
        Assert.Equal(small.SelectedItems, large.SelectedItems);
    }

    [Fact]
    public void ItemsAreTheSelectedTokensOrAllWithTheirGainsAndLosses()
    {
        var (selected, all) = (Run.Estimate(), Run.With("token-items", "all").Estimate());
        Assert.Equal(["lasso-weight"], selected.Estimates.Where(estimate => estimate.Item.Length > 0).Select(estimate => estimate.Quantity.Id).Distinct());
        Assert.Equal(3 * 24 + 23, all.Estimates.Count - selected.Estimates.Count);
        foreach (var quantity in new[] { "token-gain", "leave-one-out-gain", "marginal-gain" })
            Assert.Equal(Enumerable.Range(0, 24).Select(token => $"token {token}"), all.Of(quantity).Where(estimate => estimate.Item.Length > 0).Select(estimate => estimate.Item));
        Assert.Equal(Enumerable.Range(0, 23).Select(token => $"token {token}"), all.Of("token-loss").Select(estimate => estimate.Item));
        Assert.Empty(all.Of("token-attention"));
        TokenLaws.Near(all["information-gain"], all.Of("token-gain").Sum(estimate => estimate.Value.Number), 1e-10);
        Assert.Equal(all["information-gain-last"], all["token-gain", "", "token 23"]);
        Assert.DoesNotContain((Run with { Items = false }).With("token-items", "all").Estimate().Estimates, estimate => estimate.Item.Length > 0);
    }

    [Fact]
    public void ATokensLossIsThatOfRemovingItAlone()
    {
        // The one token that is selected is the set that is removed.
        var table = Run.With("top-k", "1").With("token-items", "all").Estimate();
        TokenLaws.Near(table["removal-loss"], table["token-loss", "", table.SelectedItems.Single()], 1e-10);
        var losses = table.Of("token-loss").Select(estimate => estimate.Value.Number).ToArray();
        Assert.True(losses.Max() > 2 * losses.Min() && losses.Min() > 0);
        Assert.Equal(losses.Sum() * losses.Sum() / losses.Sum(loss => loss * loss), table["concentration-participation"], 1e-10);
    }

    [Fact]
    public void ATokensAttentionIsItsShareWithoutTheSinks()
    {
        var run = Run.With("token-items", "all").With("attention-sinks", "2").With("top-k", "3");
        var table = run.With(run.Sequences[0].AttendedBy([8, 4, 1, 2, 1, .. new float[18], 9])).Estimate();
        Assert.Equal([0, 0, 0.25, 0.5, 0.25, .. new double[18]], table.Of("token-attention").Select(estimate => estimate.Value.Number));
        Assert.Equal(Enumerable.Range(0, 23).Select(token => $"token {token}"), table.Of("token-attention").Select(estimate => estimate.Item));
    }
}
