using FsCheck;
using FsCheck.Xunit;
using Infoscope.Plugins.Lasso.Tests.Tokens;

namespace Infoscope.Plugins.Lasso.Tests.Gains;

public sealed class RidgeLaws
{
    private static readonly double[] Sigmas = [0.01, 0.03, 0.1, 1, 10, 100];

    [Property]
    public Property TheOptimumIsTheResidualAndThePenalty() => TokenLaws.ForAllSequences(sequence =>
    {
        // The residual from the features, optimum and weights from the products of tokens.
        var fit = sequence.Gains().Target;
        TokenLaws.Near(PrimalRidge.OfLast(sequence).ResidualEnergy + sequence.Variance * fit.SquaredWeights, fit.Optimum, sequence.EnergyTolerance);
    });

    [Property]
    public Property FeaturesAndTokensGiveTheSameRidgeRegression() => TokenLaws.ForAllSequences(sequence =>
    {
        var fit = sequence.Gains().Target;
        var (optimum, residual) = PrimalRidge.OfLast(sequence);
        TokenLaws.Near(optimum, fit.Optimum, sequence.EnergyTolerance);
        TokenLaws.Near(residual, fit.ResidualEnergy, sequence.EnergyTolerance);
    });

    [Property]
    public Property LeastSquaresLeaveLessThanRidgeWhichLeavesLessThanItsOptimum() => TokenLaws.ForAllSequences(sequence =>
    {
        var (residual, _) = LeastSquares.Of(sequence.Rows[..^1], sequence.Rows[^1]);
        var fit = sequence.Gains().Target;
        TokenLaws.AtMost(fit.ResidualEnergy, residual, sequence.EnergyTolerance);
        Assert.True(fit.ResidualEnergy >= 0);
        Assert.True(fit.ResidualEnergy <= fit.Optimum && fit.Optimum <= fit.SquaredNorm);
    });

    [Property]
    public Property OptimumAndResidualGrowWithTheNoise() => TokenLaws.ForAllSequences(sequence =>
    {
        var gram = sequence.Gram();
        var fits = Sigmas.Select(sigma => TokenSequence.GainsOf(gram, sigma).Target).ToArray();
        var tolerance = (sequence with { Sigma = Sigmas[0] }).EnergyTolerance;
        for (var i = 1; i < fits.Length; i++)
        {
            TokenLaws.AtMost(fits[i].Optimum, fits[i - 1].Optimum, tolerance);
            TokenLaws.AtMost(fits[i].ResidualEnergy, fits[i - 1].ResidualEnergy, tolerance);
        }
    });

    [Property]
    public Property WithoutNoiseTheOptimumIsWhatLeastSquaresLeave() => TokenLaws.ForAllSequences(sequence =>
    {
        // No more than the weights of least squares cost at the noise, whichever of them.
        var (residual, squaredWeights) = LeastSquares.Of(sequence.Rows[..^1], sequence.Rows[^1]);
        foreach (var sigma in new[] { 1, 0.1, 0.01 })
        {
            var optimum = TokenSequence.GainsOf(sequence.Gram(), sigma).Target.Optimum;
            var tolerance = (sequence with { Sigma = sigma }).EnergyTolerance;
            TokenLaws.AtMost(optimum, residual, tolerance);
            TokenLaws.AtMost(residual + sigma * sigma * squaredWeights, optimum, tolerance);
        }
    });

    [Property]
    public Property MuchNoiseLeavesTheWholeNormAndNothingToGain() => TokenLaws.ForAllSequences(sequence =>
    {
        // |x|^2 - v = k'(K + sigma^2 I)^-1 k is at most |x|^2 times the trace over sigma^2.
        foreach (var sigma in new[] { 1e2, 1e4, 1e8 })
        {
            var gains = TokenSequence.GainsOf(sequence.Gram(), sigma);
            var norm = gains.Target.SquaredNorm;
            Assert.InRange(norm - gains.Target.Optimum, 0, norm * Math.Min(1, sequence.Trace / (sigma * sigma)) + 1e-15 * norm);
            Assert.InRange(gains.LastNats, 0, norm / (2 * sigma * sigma) * (1 + 1e-15));
        }
    });
}
