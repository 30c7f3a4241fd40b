using Infoscope.Plugins.SoftEntropy.Temperatures;

namespace Infoscope.Plugins.SoftEntropy.Tests.Temperatures;

public sealed class VonMisesFisherTests
{
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.5)]
    [InlineData(3)]
    [InlineData(49)]
    [InlineData(51)]
    [InlineData(300)]
    public void ThreeDimensionsAgreeWithTheClosedForm(double kappa)
    {
        // KL = kappa coth(kappa) - 1 - ln(sinh(kappa)/kappa), with ln sinh = kappa + ln(1 - exp(-2 kappa)) - ln 2.
        var logSinh = kappa + Math.Log(-Math.Exp(-2 * kappa) + 1) - Math.Log(2);
        var expected = kappa / Math.Tanh(kappa) - 1 - logSinh + Math.Log(kappa);
        // The closed form loses what cancels between numbers of the size of kappa or 1.
        Assert.Equal(expected, VonMisesFisher.Divergence(kappa, 3), 1e-15 * Math.Max(4, kappa));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(65)]
    public void SeriesAndAsymptoticExpansionMeet(int dimensions)
    {
        // The slope over ln kappa is at most (d-1)/2, and rounding of the series grows with kappa.
        var border = Math.Max(50, 2.0 * dimensions * dimensions);
        var step = 1e-12;
        var below = VonMisesFisher.Divergence(border * (1 - step), dimensions);
        var above = VonMisesFisher.Divergence(border * (1 + step), dimensions);
        Assert.Equal(below, above, step * dimensions + 1e-15 * border);
    }

    [Fact]
    public void TwoDimensionsFollowTheirLimitForAHugeConcentration()
    {
        // KL = (ln kappa)/2 - 1/2 + ln(2 pi)/2 + O(1/kappa).
        const double kappa = 1e15;
        var expected = 0.5 * Math.Log(kappa) - 0.5 + 0.5 * Math.Log(2 * Math.PI);
        Assert.Equal(expected, VonMisesFisher.Divergence(kappa, 2), 1e-13);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(64)]
    [InlineData(12288)]
    public void ASmallConcentrationGivesTheLeadingOrder(int dimensions)
    {
        const double kappa = 1e-3;
        var expected = kappa * kappa / (2 * dimensions);
        // The next term is of relative order kappa^2.
        Assert.Equal(expected, VonMisesFisher.Divergence(kappa, dimensions), 1e-15 + kappa * kappa * expected);
    }
}
