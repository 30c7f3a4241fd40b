using Infoscope.Plugins.Lasso.Comparison;
using Infoscope.Plugins.Lasso.Gains;
using Infoscope.Plugins.Lasso.Tests.Gains;
using Infoscope.Plugins.Lasso.Tests.Tokens;

namespace Infoscope.Plugins.Lasso.Tests.Comparison;

public sealed class RemovalExperimentTests
{
    private const int Draws = 200, Context = 40;

    private static readonly TokenSequence Copied = WithACopyOf(17);

    [Fact]
    public void RemovingTheCopiedTokenIsWorseThanChanceEverIs()
    {
        var gains = Copied.Gains();
        double[] attention = [.. Enumerable.Range(0, Context).Select(token => 1.0 / Context)];
        var choice = TokenChoice.Of([17], Context, attention, Draws, new RandomStream(1, "removal"));
        var experiment = RemovalExperiment.Of(gains, choice, CancellationToken.None);
        var drawn = choice.Random.Count(set => set[0] == 17);
        Assert.Equal((1.0 + drawn) / (Draws + 1), experiment.SelectedChance);
        Assert.True(drawn < 15 && experiment.SelectedChance < 0.08);
        Assert.True(experiment.Selected.TargetLossNats > 2 && experiment.Selected.TargetOptimum > 50 * gains.Target.Optimum);
        // Uniform attention puts the last token first, which tells little.
        Assert.Equal([Context - 1], choice.Attended!);
        Assert.True(experiment.AttendedChance > 0.1 && experiment.Attended!.Value.TargetLossNats < 0.2);
        // The others are random sets without the copied token.
        Assert.True(experiment.Others!.Value.TargetLossNats.Mean < experiment.Random.TargetLossNats.Mean);
        Assert.InRange(experiment.Others.Value.TotalLossNats.Mean, 0, gains.MarginalNats[0]);
    }

    [Fact]
    public void TheSelectionIsFarBetterThanChanceAndThanUniformAttention()
    {
        var gains = Copied.Gains();
        double[] attention = new double[Context], weights = new double[Context];
        weights[17] = -0.9;
        var choice = TokenChoice.Of([17], Context, attention, Draws, new RandomStream(1, "fits"));
        var comparison = TokenComparison.Of(gains, choice, weights, attention, 0, CancellationToken.None);
        Assert.Equal((0, 0), (comparison.Agreement!.Value.Overlap, comparison.Agreement.Value.Jaccard));
        Assert.Null(comparison.RankCorrelation);
        Assert.True(comparison.Selected.Optimum < 0.01 && comparison.Attended!.Value.Optimum > 0.5 && comparison.Random.Optimum.Mean > 0.5);
        Assert.True(comparison.Selected.InformationRetained > 0.7 && comparison.Random.InformationRetained!.Value.Mean < 0.3);
        Assert.True(comparison.Selected.RefitResidual < 0.01 && comparison.Random.RefitResidual!.Value.StandardDeviation > 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Context)]
    public void NoTokensOrAllMakeEverySetTheSame(int count)
    {
        var gains = Copied.Gains();
        int[] selected = [.. Enumerable.Range(0, count)];
        var attention = new double[Context];
        var choice = TokenChoice.Of(selected, Context, attention, Draws, new RandomStream(1, "removal"));
        var experiment = RemovalExperiment.Of(gains, choice, CancellationToken.None);
        Assert.Equal((1, 1), (experiment.SelectedChance, experiment.AttendedChance));
        Assert.Equal(experiment.Selected.TargetLossNats, experiment.Random.TargetLossNats.Mean);
        Assert.Equal(0, experiment.Random.TotalLossNats.StandardDeviation);
        Assert.Equal(count == 0, experiment.Others is not null);
        var comparison = TokenComparison.Of(gains, choice, new double[Context], attention, 0, CancellationToken.None);
        Assert.Equal(count == 0 ? null : 1, comparison.Agreement!.Value.Overlap);
        Assert.Equal(count == 0 ? 0 : 1, comparison.Selected.InformationRetained!.Value, 1e-12);
        Assert.Equal((comparison.Selected.Optimum, 0), (comparison.Random.Optimum.Mean, comparison.Random.Optimum.StandardDeviation));
    }

    [Fact]
    public void WithoutAttentionOnlyChanceIsCompared()
    {
        var gains = Copied.Gains();
        var choice = TokenChoice.Of([3, 17], Context, null, 5, new RandomStream(1, "removal"));
        var experiment = RemovalExperiment.Of(gains, choice, CancellationToken.None);
        Assert.Equal((null, null), (experiment.Attended, experiment.AttendedChance));
        var comparison = TokenComparison.Of(gains, choice, new double[Context], null, 0, CancellationToken.None);
        Assert.Equal((null, null, null), (comparison.Agreement, comparison.RankCorrelation, comparison.Attended));
    }

    [Fact]
    public void TokensThatTellNothingTieWithChance()
    {
        // The target is orthogonal to all others but for rounding: no draw is better or worse.
        var tokens = AutoregressiveTokens.Draw(12, 8, new RandomStream(5, "orthogonal")).Select(row => (double[])[.. row, 0]);
        var gains = new TokenSequence { Rows = [.. tokens, [1e-17, 0, 0, 0, 0, 0, 0, 0, 1]], Sigma = 0.01 }.Gains();
        var choice = TokenChoice.Of([4, 2], 12, null, 50, new RandomStream(1, "removal"));
        Assert.Equal(1, RemovalExperiment.Of(gains, choice, CancellationToken.None).SelectedChance);
    }

    [Fact]
    public void ASequenceOfOneTokenHasNothingToRemove()
    {
        var gains = TokenSequence.GainsOf(new TokenGram([1], 1), 0.01);
        var choice = TokenChoice.Of([], 0, [], 3, new RandomStream(1, "removal"));
        Assert.Equal(1, RemovalExperiment.Of(gains, choice, CancellationToken.None).SelectedChance);
        Assert.Equal(1, TokenComparison.Of(gains, choice, [], [], 0, CancellationToken.None).Random.Optimum.Mean);
    }

    [Fact]
    public void AttentionMustBePaidToEveryTokenOfTheContext() =>
        Assert.Equal(
            "attention is paid to 2 tokens; the context has 3. (Parameter 'attention')",
            Assert.Throws<ArgumentException>(() => TokenChoice.Of([0], 3, [0.5, 0.5], 1, new RandomStream(1, "removal"))).Message);

    [Fact]
    public void TheSameSeedGivesTheSameExperiment()
    {
        RemovalExperiment Run() => RemovalExperiment.Of(Copied.Gains(), TokenChoice.Of([3, 17], Context, new double[Context], Draws, new RandomStream(9, "removal")), CancellationToken.None);
        Assert.Equal(Run(), Run());
    }

    private static TokenSequence WithACopyOf(int token)
    {
        var random = new RandomStream(2, "copied");
        var tokens = AutoregressiveTokens.Draw(Context + 1, 128, random);
        tokens[token] = AutoregressiveTokens.Unit(AutoregressiveTokens.Normals(128, random));
        tokens[Context] = AutoregressiveTokens.Unit(AutoregressiveTokens.WithNoise(tokens[token], 0.05, random));
        return new TokenSequence { Rows = tokens, Sigma = 0.01 };
    }
}
