using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Tests.Renyi;

public sealed class HighOrderTests
{
    [Fact]
    public void PowersOfAHighOrderDoNotUnderflow()
    {
        Assert.Equal(Math.Log(64), SpectralEntropy.RenyiNats([.. Enumerable.Repeat(1.0 / 64, 64)], 1000), 1e-12);
        Assert.Equal(-Math.Log(0.75) * 5000 / 4999, SpectralEntropy.RenyiNats([0.75, 0.25], 5000), 1e-14);
    }

    [Fact]
    public void TheOrdersAtEitherEndAreTheirOwnFormulas()
    {
        Assert.Equal(-Math.Log(0.75), SpectralEntropy.RenyiNats([0.75, 0.25], double.PositiveInfinity), 1e-15);
        Assert.Equal(Math.Log(2), SpectralEntropy.RenyiNats([0.75, 0, 0.25], 0), 1e-15);
    }
}
