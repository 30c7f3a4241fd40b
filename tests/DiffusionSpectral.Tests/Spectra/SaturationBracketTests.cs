using Infoscope.Plugins.DiffusionSpectral.Spectra;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Spectra;

public sealed class SaturationBracketTests
{
    private const double Rounding = 1e-14;

    [Fact]
    public void PointsFarApartHaveABracketOfNoWidth()
    {
        var bracket = SaturationBracket.Of(40, 40, 40);
        Assert.Equal(Math.Log(40), bracket.FloorNats, Rounding);
        Assert.Equal(Math.Log(40), bracket.CeilingNats, Rounding);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void ATraceOfOneLeavesNothing(int distinct)
    {
        var bracket = SaturationBracket.Of(1, 1, distinct);
        Assert.Equal(0, bracket.FloorNats);
        Assert.Equal(0, bracket.CeilingNats);
    }

    [Fact]
    public void ATraceBelowOneByRoundingLeavesNothing()
    {
        var bracket = SaturationBracket.Of(1 - 1e-15, 1 - 1e-15, 3);
        Assert.Equal(0, bracket.FloorNats);
        Assert.Equal(0, bracket.CeilingNats);
    }

    [Fact]
    public void ASpectrumThatIsEvenBesideOneReachesTheCeiling()
    {
        double[] spectrum = [0.1, 0.1, 0.1, 0.1, 1];
        var bracket = SaturationBracket.Of(1.4, 1.04, 5);
        Assert.Equal(SpectralEntropy.Nats(spectrum, 1), bracket.CeilingNats, Rounding);
        Assert.Equal(Math.Log(1.4 * 1.4 / 1.04), bracket.FloorNats, Rounding);
        Assert.True(bracket.FloorNats >= Math.Log(1.4));
    }
}
