using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Spectra;

namespace Infoscope.Plugins.DiffusionSpectral.Entropies;

/// <summary>Diffusion Spectral Entropy: from all eigenvalues of few points, by stochastic Lanczos quadrature of many.</summary>
internal sealed class DiffusionEntropy(EstimationContext context, DiffusionSpectralOptions options, double bandwidth) : IPointEntropy
{
    private readonly ExactDiffusionEntropy exact = new(context.Compute, bandwidth, options.Operator, options.Time, context.Cancellation);

    /// <inheritdoc/>
    public PointEntropy Of(Points points) => exact.Of(points);
}
