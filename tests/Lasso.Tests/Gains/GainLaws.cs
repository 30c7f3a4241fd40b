using FsCheck;
using FsCheck.Xunit;
using Infoscope.Plugins.Lasso.Gains;
using Infoscope.Plugins.Lasso.Tests.Tokens;

namespace Infoscope.Plugins.Lasso.Tests.Gains;

public sealed class GainLaws
{
    [Property]
    public Property TheGainsAddUpToTheLogarithmOfTheDeterminantInAnyOrder() => TokenLaws.ForAllSequences(sequence =>
    {
        var expected = 0.5 * PrimalRidge.LogDeterminant(sequence.Rows, 1 / sequence.Variance);
        TokenLaws.Near(expected, sequence.Gains().TotalNats, sequence.Count * sequence.GainTolerance);
        TokenLaws.Near(expected, sequence.Permuted(7).Gains().TotalNats, sequence.Count * sequence.GainTolerance);
    });

    [Property]
    public Property AGainLiesBetweenZeroAndTheTokensOwnAndTheFirstIsItsOwn() => TokenLaws.ForAllSequences(sequence =>
    {
        var gains = sequence.Gains();
        for (var token = 0; token < sequence.Count; token++)
        {
            // Never below 0 and never above, to the bit: the optimum is the norm less a sum of squares.
            Assert.InRange(gains.GainsNats[token], 0, gains.MarginalNats[token]);
            var norm = sequence.Rows[token].Sum(value => value * value);
            Assert.Equal(0.5 * Math.Log(1 + norm / sequence.Variance), gains.MarginalNats[token], 1e-14);
        }

        Assert.Equal(gains.MarginalNats[0], gains.GainsNats[0]);
    });

    [Property]
    public Property AGainIsNotLargerGivenMore() => TokenLaws.ForAllSequences(sequence =>
    {
        var last = sequence.Count - 1;
        var whole = sequence.Gains().LastNats;
        var half = sequence.Take(Enumerable.Range(0, last).Where(token => token % 2 == 0).Append(last)).Gains().LastNats;
        var quarter = sequence.Take(Enumerable.Range(0, last).Where(token => token % 4 == 0).Append(last)).Gains().LastNats;
        TokenLaws.AtMost(half, whole, sequence.GainTolerance);
        TokenLaws.AtMost(quarter, half, sequence.GainTolerance);
    });

    [Property]
    public Property GivenAllOthersATokenGainsLeastAndGivenNothingMost() => TokenLaws.ForAllSequences(sequence =>
    {
        var gains = sequence.Gains();
        for (var token = 0; token < sequence.Count; token++)
        {
            Assert.True(gains.LeaveOneOutNats[token] >= 0);
            TokenLaws.AtMost(gains.GainsNats[token], gains.LeaveOneOutNats[token], sequence.GainTolerance);
            TokenLaws.AtMost(gains.MarginalNats[token], gains.GainsNats[token], 0);
        }

        TokenLaws.AtMost(gains.TotalNats, gains.LeaveOneOutNats.ToArray().Sum(), sequence.Count * sequence.GainTolerance);
        TokenLaws.AtMost(gains.MarginalNats.ToArray().Sum(), gains.TotalNats, 1e-12 * gains.TotalNats);
        TokenLaws.Near(gains.LastNats, gains.LeaveOneOutNats[^1], sequence.GainTolerance);
    });

    [Property]
    public Property GivenAllOthersATokenGainsWhatItGainsWhenItComesLast() => TokenLaws.ForAllSequences(sequence =>
    {
        var gains = sequence.Gains();
        foreach (var token in new[] { 0, sequence.Count / 2 })
        {
            var last = sequence.Take(Enumerable.Range(0, sequence.Count).Where(other => other != token).Append(token));
            TokenLaws.Near(last.Gains().LastNats, gains.LeaveOneOutNats[token], sequence.GainTolerance);
        }
    });

    [Property]
    public Property TheCodingLengthIsTheTotalGainAtItsOwnNoise() => TokenLaws.ForAllSequences(sequence =>
    {
        // L_eps = (n + d)/2 ln det(I + d/(n eps^2) Z'Z), and sigma^2 = n eps^2 / d.
        const double Precision = 0.1;
        var noisy = sequence with { Sigma = Math.Sqrt(sequence.Count * Precision * Precision / sequence.Features) };
        var half = 0.5 * PrimalRidge.LogDeterminant(sequence.Rows, sequence.Features / (sequence.Count * Precision * Precision));
        var (length, sum) = ((sequence.Count + sequence.Features) * half, (sequence.Count + sequence.Features) * noisy.Gains().TotalNats);
        TokenLaws.Near(length, sum, (sequence.Count + sequence.Features) * sequence.Count * noisy.GainTolerance);
    });

    [Fact]
    public void ASingleGainDependsOnTheOrder()
    {
        // Not a law: the second of two equal tokens gains little, whichever of them it is.
        var sequence = new TokenSequence { Rows = [[1, 0], [1, 0], [0, 1]], Sigma = 0.01 };
        var (first, second) = (sequence.Gains(), sequence.Take([1, 0, 2]).Gains());
        Assert.Equal(first.GainsNats.ToArray(), second.GainsNats.ToArray());
        var moved = sequence.Take([0, 2, 1]).Gains();
        Assert.Equal(0.5 * Math.Log(2), first.GainsNats[1], 1e-4);
        Assert.Equal(0.5 * Math.Log(10001), moved.GainsNats[1], 1e-12);
        Assert.Equal(first.TotalNats, moved.TotalNats, 1e-11);
    }
}
