using FsCheck;
using FsCheck.Xunit;
using Infoscope.Plugins.Lasso.Comparison;
using Infoscope.Plugins.Lasso.Tests.Gains;
using Infoscope.Plugins.Lasso.Tests.Tokens;

namespace Infoscope.Plugins.Lasso.Tests.Comparison;

public sealed class SubsetFitTests
{
    [Property]
    public Property AFitIsTheRidgeRegressionOnTheSetAlone() => TokenLaws.ForAllSequences(sequence =>
    {
        var gains = sequence.Gains();
        var last = sequence.Count - 1;
        int[] set = [.. Enumerable.Range(0, last).Where(token => token % 3 != 1)];
        var fit = SubsetFit.Of(gains, [.. set.Reverse()]);
        var alone = sequence.Take([.. set, last]).Gains();
        TokenLaws.Near(alone.Target.Optimum, fit.Optimum, sequence.EnergyTolerance);
        TokenLaws.Near(alone.MarginalNats[^1] - alone.LastNats, fit.InformationNats, sequence.GainTolerance);
        TokenLaws.AtMost(gains.TargetInformationNats, fit.InformationNats, sequence.GainTolerance);
        if (fit.InformationRetained is { } retained) TokenLaws.Near(fit.InformationNats, retained * gains.TargetInformationNats, sequence.GainTolerance);
        else Assert.Equal(0, gains.TargetInformationNats, sequence.GainTolerance);
    });

    [Property]
    public Property TheRefitResidualIsThatOfLeastSquares() => TokenLaws.ForAllSequences(sequence =>
    {
        // Near duplicates are 1e-3 apart, so 1e-6 of a squared norm is new and known to 1e-10; a span may be that near to degenerate several times over.
        int[] context = [.. Enumerable.Range(0, sequence.Count - 1)];
        var actual = ProjectionResidual.Of(sequence.Gram(), context);
        var norm = sequence.Rows[^1].Sum(value => value * value);
        if (norm == 0) Assert.Null(actual);
        else TokenLaws.Near(LeastSquares.Of(sequence.Rows[..^1], sequence.Rows[^1]).ResidualEnergy / norm, actual!.Value, 1e-6);
    });

    [Fact]
    public void TheRefitResidualDoesNotDependOnTheScaleOfATokenNorOnRepeats()
    {
        var sequence = new TokenSequence { Rows = [[1, 0, 0], [1e5, 1e5, 0], [3, 0, 0], [0, 0, 0], [1e-3, 2e-3, 2e-3]], Sigma = 1 };
        Assert.Equal(4.0 / 9, ProjectionResidual.Of(sequence.Gram(), [0, 1, 2, 3])!.Value, 1e-14);
        Assert.Equal(4.0 / 9, ProjectionResidual.Of(sequence.Gram(), [1, 0])!.Value, 1e-14);
        Assert.Equal(8.0 / 9, ProjectionResidual.Of(sequence.Gram(), [2])!.Value, 1e-14);
    }

    [Theory]
    [InlineData(1e-5, 0)]
    [InlineData(1e-7, 1)]
    public void TwoTokensAreOneDirectionWhenTooLittleOfTheSecondIsNew(double apart, double residual)
    {
        // Cosines rounded at 1e-16 know the new part, apart squared, to 1e-6 of itself in the first case and to 1e-2 in the second.
        var sequence = new TokenSequence { Rows = [[1, 0], [1, apart], [0, 1]], Sigma = 1 };
        Assert.Equal(residual, ProjectionResidual.Of(sequence.Gram(), [0, 1])!.Value, 1e-5);
    }

    [Fact]
    public void TheEmptySetLeavesAllAndTheWholeContextKeepsAll()
    {
        var gains = ReferenceGains.Sequence("seq_n48_d64").Gains();
        var none = SubsetFit.Of(gains, []);
        Assert.Equal((1, 0, 0), (none.RefitResidual, none.InformationNats, none.InformationRetained));
        Assert.Equal(gains.Target.SquaredNorm, none.Optimum);
        var all = SubsetFit.Of(gains, [.. Enumerable.Range(0, 47)]);
        Assert.Equal(gains.Target.Optimum, all.Optimum, 1e-14);
        Assert.Equal(1, all.InformationRetained!.Value, 1e-12);
    }

    [Fact]
    public void NothingToTellIsNotRetained()
    {
        var fit = SubsetFit.Of(new TokenSequence { Rows = [[1, 0], [0, 0]], Sigma = 0.1 }.Gains(), [0]);
        Assert.Equal((null, 0, 0, null), (fit.RefitResidual, fit.Optimum, fit.InformationNats, fit.InformationRetained));
    }
}
