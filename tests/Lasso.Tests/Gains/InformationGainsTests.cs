using Infoscope.Plugins.Lasso.Gains;
using Infoscope.Plugins.Lasso.Tests.Tokens;

namespace Infoscope.Plugins.Lasso.Tests.Gains;

public sealed class InformationGainsTests
{
    [Fact]
    public void AUnitTokenAloneGainsItsMarginal()
    {
        var gains = TokenSequence.GainsOf(new TokenGram([1], 1), 0.01);
        Assert.Equal(4.605220183488258, gains.TotalNats, 1e-15);
        Assert.Equal(gains.TotalNats, gains.MarginalNats[0]);
        Assert.Equal(gains.TotalNats, gains.LeaveOneOutNats[0], 1e-15);
        Assert.Equal(0, gains.TargetInformationNats);
        Assert.Equal(new RidgeFit { SquaredNorm = 1, Optimum = 1, ResidualEnergy = 1, SquaredWeights = 0 }, gains.Target);
        Assert.Empty(Removal.TargetLossOfEach(gains));
    }

    [Fact]
    public void TokensOfZerosGainExactlyNothing()
    {
        var gains = new TokenSequence { Rows = [[0, 0], [1, 0], [0, 0]], Sigma = 0.01 }.Gains();
        Assert.Equal((0, 0, 0), (gains.GainsNats[0], gains.GainsNats[2], gains.LeaveOneOutNats[2]));
        Assert.Equal(0, gains.TargetInformationNats);
        Assert.Equal([0, 0], Removal.TargetLossOfEach(gains));
    }

    [Fact]
    public void ATinyTokenInMuchNoiseKeepsItsDigits()
    {
        // ln(1 + 1e-20) is 1e-20, where 1 + 1e-20 is 1.
        var gains = TokenSequence.GainsOf(new TokenGram([1e-16], 1), 100);
        Assert.Equal(0.5, gains.TotalNats / 1e-20, 1e-15);
    }

    [Fact]
    public void ATokenInTheDirectionOfAHugeOneStillGainsSomething()
    {
        // |x|^2 - v rounds to |x|^2; what is left is |x|^2 sigma^2 over the other's squared norm and sigma^2.
        var gains = new TokenSequence { Rows = [[1e6], [1]], Sigma = 1e-3 }.Gains();
        Assert.Equal(1, gains.Target.Optimum / 1e-18, 1e-15);
        Assert.Equal(1, gains.LastNats / 0.5e-12, 1e-9);
        Assert.InRange(gains.Target.ResidualEnergy, 0, gains.Target.Optimum);
    }

    [Fact]
    public void HugeNormsHideTheNoiseAndTheFailureSaysWhatToDo()
    {
        var huge = new TokenSequence { Rows = [[1e8, 1e8], [1e8, -1e8], [2e8, 1e7]], Sigma = 0.01 };
        var failure = Assert.Throws<NumericalFailureException>(huge.Gains);
        Assert.Equal("noise of sigma 0.01 is lost in the rounding of 3 tokens with norms up to 2.002E+08; normalise the rows or take a larger sigma.", failure.Message);
        Assert.True((huge with { Sigma = 1e6 }).Gains().TotalNats > 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.01)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e-200)]
    [InlineData(1e200)]
    public void SigmaMustBeAboveZeroAndHaveASquare(double sigma) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TokenSequence.GainsOf(new TokenGram([1], 1), sigma));

    [Fact]
    public void ASessionInSinglePrecisionIsRefused() =>
        Assert.Throws<ArgumentException>(() => TokenSequence.GainsOf(new TokenGram([1], 1), 0.01, Precision.Single));

    [Fact]
    public void AGramMatrixMustBeFiniteAndSquareWithNormsNotBelowZero()
    {
        Assert.Contains("tokens 0 and 1 is NaN", Assert.Throws<NumericalFailureException>(() => new TokenGram([1, 0, double.NaN, 1], 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new TokenGram([1, 0, 0], 2));
        Assert.Throws<ArgumentException>(() => new TokenGram([1, 0, 0, -1], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TokenGram([], 0));
    }

    [Fact]
    public void TheSameTokensGiveTheSameBits()
    {
        var sequence = ReferenceGains.Sequence("m6_tokens_n96_d256");
        var (first, second) = (sequence.Gains(), sequence.Gains());
        Assert.Equal(first.GainsNats.ToArray(), second.GainsNats.ToArray());
        Assert.Equal(first.LeaveOneOutNats.ToArray(), second.LeaveOneOutNats.ToArray());
        Assert.Equal(first.Target, second.Target);
    }

    [Fact]
    public void OnlyTheLowerTriangleIsRead()
    {
        var sequence = ReferenceGains.Sequence("seq_n48_d64");
        var lower = sequence.Gram().Values.ToArray();
        for (var i = 0; i < 48; i++) lower.AsSpan(i * 48 + i + 1, 47 - i).Fill(double.NaN);
        Assert.Equal(sequence.Gains().GainsNats.ToArray(), TokenSequence.GainsOf(new TokenGram(lower, 48), 0.01).GainsNats.ToArray());
    }

    [Fact]
    public void CancellationEndsTheComputation()
    {
        var provider = new Infoscope.Compute.CpuComputeProvider();
        using var compute = provider.Open(provider.Probe()[0], Precision.Double);
        Assert.Throws<OperationCanceledException>(() => InformationGains.Of(compute, new TokenGram([1], 1), 0.01, new CancellationToken(canceled: true)));
    }
}
