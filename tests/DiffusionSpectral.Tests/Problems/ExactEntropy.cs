using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Spectra;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

/// <summary>The exact path alone, whatever the number of points.</summary>
internal sealed class ExactEntropy(ComputeSession compute, double bandwidth, DiffusionOperator diffusion, double time) : IPointEntropy
{
    /// <inheritdoc/>
    public PointEntropy Of(Points points)
    {
        using var kernel = DiffusionKernel.Of(compute, points, bandwidth, diffusion);
        return ExactDiffusionEntropy.Of(compute, kernel, time);
    }
}
