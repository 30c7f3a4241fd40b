using FsCheck;
using FsCheck.Xunit;
using Infoscope.Plugins.Lasso.Gains;
using Infoscope.Plugins.Lasso.Tests.Tokens;

namespace Infoscope.Plugins.Lasso.Tests.Gains;

public sealed class RemovalTests
{
    [Property]
    public Property RemovingTokensLeavesWhatTheRestWouldGain() => TokenLaws.ForAllSequences(sequence =>
    {
        var gains = sequence.Gains();
        var removal = new Removal(gains, CancellationToken.None);
        var tolerance = sequence.Count * sequence.GainTolerance;
        foreach (var share in new[] { 0, 0.2, 0.5, 0.8, 1 })
        {
            var order = sequence.Count > 1 ? new KeyedPermutation(3, "removed", sequence.Count - 1) : null;
            int[] removed = [.. Enumerable.Range(0, (int)(share * (sequence.Count - 1))).Select(place => (int)order![place])];
            var rest = sequence.Take(Enumerable.Range(0, sequence.Count).Except(removed)).Gains();
            var effect = removal.Of(removed);
            TokenLaws.Near(rest.TotalNats, gains.TotalNats - effect.TotalLossNats, tolerance);
            TokenLaws.Near(rest.LastNats, gains.LastNats + effect.TargetLossNats, tolerance);
            TokenLaws.Near(rest.Target.Optimum, effect.TargetOptimum, sequence.EnergyTolerance);
            TokenLaws.AtMost(effect.TotalLossNats, -effect.TargetLossNats, tolerance);
        }
    });

    [Property]
    public Property TheLossOfASingleTokenIsThatOfItsSet() => TokenLaws.ForAllSequences(sequence =>
    {
        var gains = sequence.Gains();
        var removal = new Removal(gains, CancellationToken.None);
        var losses = Removal.TargetLossOfEach(gains);
        Assert.Equal(sequence.Count - 1, losses.Length);
        for (var token = 0; token < losses.Length; token++)
        {
            var effect = removal.Of([token]);
            TokenLaws.Near(effect.TargetLossNats, losses[token], sequence.GainTolerance);
            TokenLaws.Near(gains.LeaveOneOutNats[token], effect.TotalLossNats, sequence.GainTolerance);
            Assert.True(losses[token] >= 0);
        }
    });

    [Fact]
    public void RemovingNothingLosesNothingAndRemovingAllLeavesTheMarginal()
    {
        var gains = ReferenceGains.Sequence("seq_n48_d64").Gains();
        var removal = new Removal(gains, CancellationToken.None);
        Assert.Equal(new RemovalEffect { TargetOptimum = gains.Target.Optimum, TargetLossNats = 0, TotalLossNats = 0 }, removal.Of([]));
        var all = removal.Of([.. Enumerable.Range(0, 47)]);
        Assert.Equal(1, all.TargetOptimum, 1e-14);
        Assert.Equal(gains.MarginalNats[^1], all.TargetLossNats + gains.LastNats, 1e-12);
        Assert.Equal(gains.TotalNats, all.TotalLossNats + gains.MarginalNats[^1], 1e-12);
    }

    [Fact]
    public void TheTargetAndRepeatedTokensCannotBeRemoved()
    {
        var removal = new Removal(ReferenceGains.Sequence("seq_n48_d64").Gains(), CancellationToken.None);
        Assert.Contains("token 47 is not in the context", Assert.Throws<ArgumentException>(() => removal.Of([47])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => removal.Of([-1]));
        Assert.Contains("token 3 is in the set twice", Assert.Throws<ArgumentException>(() => removal.Of([3, 1, 3])).Message, StringComparison.Ordinal);
    }
}
