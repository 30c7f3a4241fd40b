using Infoscope.Plugins.Lasso.Comparison;
using Infoscope.Plugins.Lasso.Gains;
using Infoscope.Plugins.Lasso.Selection;
using Infoscope.Plugins.Lasso.Tests.Tokens;

namespace Infoscope.Plugins.Lasso.Tests.Comparison;

public sealed class PublishedClaimsTests
{
    private const double Sigma = 0.01;

    private static readonly Lazy<Outcome[]> PlainTokens = new(() => [.. Enumerable.Range(0, 20).Select(Plain)]);
    private static readonly Lazy<Outcome[]> CopiedTokens = new(() => [.. Enumerable.Range(0, 20).Select(Copy)]);

    [Fact]
    public void TheLassoFindsAPlantedCombinationThatAttentionMisses()
    {
        const int Seeds = 100, Context = 128, Planted = 5;
        var (better, overlap, attended) = (0, 0.0, 0.0);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new RandomStream((ulong)seed, "planted combination");
            var tokens = AutoregressiveTokens.Draw(Context, 256, random);
            int[] all = [.. Enumerable.Range(0, Context)];
            var truth = RandomSets.Draw(all, Planted, 1, random)[0];
            var target = new double[256];
            foreach (var token in truth)
            {
                var weight = 0.5 + 0.5 * random.NextDouble();
                for (var feature = 0; feature < target.Length; feature++) target[feature] += weight * tokens[token][feature];
            }

            var sequence = new TokenSequence { Rows = [.. tokens, AutoregressiveTokens.WithNoise(target, 0.05, random)], Sigma = Sigma };
            var gains = sequence.Gains();
            var selected = Select(gains.Gram, 0.02, Planted);
            var proxy = TokenRanking.Of([.. all.Select(token => gains.Gram[Context, token])])[..Planted];
            if (SubsetFit.Of(gains, selected).Optimum < SubsetFit.Of(gains, proxy).Optimum) better++;
            overlap += SetOverlap.Of(selected, truth, Context).Overlap!.Value / Seeds;
            attended += SetOverlap.Of(proxy, truth, Context).Overlap!.Value / Seeds;
        }

        Assert.True(
            better >= 95 && overlap >= 0.95 && attended < 0.8,
            $"{better} of {Seeds} better, overlap with the truth {overlap:F3}, of attention {attended:F3}");
    }

    [Fact]
    public void InformationIsSpreadOverPlainTokensButNotOverACopy()
    {
        var (plain, copy) = (RestOverAll(PlainTokens.Value), RestOverAll(CopiedTokens.Value));
        Assert.True(plain < 3 && copy > 50, $"without the selected tokens the optimum grows {plain:F2}-fold on plain tokens, {copy:F1}-fold on a copy");
        // The few tokens alone are worth the whole context for the copy alone.
        Assert.True(CopiedTokens.Value.Average(seed => seed.Only) < 0.01 && PlainTokens.Value.Average(seed => seed.Only) > 0.1);
    }

    [Fact]
    public void LeaveOneOutGainsDoNotTellSpreadFromCopiedInformation()
    {
        // Not a property: their Gini index measures how redundant the context is, not what matters to the target. The target's own losses do tell.
        Assert.Equal(PlainTokens.Value.Average(seed => seed.LeaveOneOutGini), CopiedTokens.Value.Average(seed => seed.LeaveOneOutGini), 0.02);
        Assert.InRange(CopiedTokens.Value.Average(seed => seed.TargetGini) - PlainTokens.Value.Average(seed => seed.TargetGini), 0.2, 1);
    }

    private static double RestOverAll(Outcome[] outcomes) => outcomes.Average(outcome => outcome.Rest) / outcomes.Average(outcome => outcome.All);

    private static Outcome Plain(int seed) => Measure(AutoregressiveTokens.Draw(129, 256, new RandomStream((ulong)seed, "plain tokens")));

    private static Outcome Copy(int seed)
    {
        var random = new RandomStream((ulong)seed, "copied token");
        var tokens = AutoregressiveTokens.Draw(129, 256, random);
        tokens[40] = AutoregressiveTokens.Unit(AutoregressiveTokens.Normals(256, random));
        tokens[128] = AutoregressiveTokens.Unit(AutoregressiveTokens.WithNoise(tokens[40], 0.05, random));
        return Measure(tokens);
    }

    private static Outcome Measure(double[][] tokens)
    {
        var gains = new TokenSequence { Rows = tokens, Sigma = Sigma }.Gains();
        var selected = Select(gains.Gram, 0.1, 5);
        var removed = new Removal(gains, CancellationToken.None).Of(selected);
        return new Outcome(
            gains.Target.Optimum,
            removed.TargetOptimum,
            SubsetFit.Of(gains, selected).Optimum,
            Concentration.Of(gains.LeaveOneOutNats).Gini!.Value,
            Concentration.Of(Removal.TargetLossOfEach(gains)).Gini!.Value);
    }

    // As many as are selected where those are fewer.
    private static int[] Select(TokenGram gram, double ratio, int count)
    {
        var problem = LassoProblem.FromGram(gram.Values, gram.Tokens);
        return [.. LassoSolver.Solve(problem, ratio * problem.LambdaMax, null, CancellationToken.None).Support.Take(count)];
    }

    private sealed record Outcome(double All, double Rest, double Only, double LeaveOneOutGini, double TargetGini);
}
