using Infoscope.Plugins.Lasso.Selection;

namespace Infoscope.Plugins.Lasso.Tests.Selection;

public sealed class CertificateTests
{
    [Fact]
    public void TheBetterScalingOfTheResidualIsTaken()
    {
        // x = y = 1, Lambda = 0.5, w = 0.9: r = c = 0.1. Unscaled the dual is 0.095; five times the residual reaches 0.375, the optimum.
        var problem = LassoProblem.FromGram([1, 1, 1, 1], 2);
        var certificate = Certificate.Of(problem, 0.5, [0.9], [0.1]);
        Assert.Equal(0.01, certificate.ResidualEnergy, 1e-15);
        Assert.Equal(0.455, certificate.Primal, 1e-15);
        Assert.Equal(0.08, certificate.Gap, 1e-15);
        Assert.Equal(0.4, certificate.KktViolation, 1e-15);
        Assert.False(certificate.Proves(problem));
    }
}
