using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Kernels;

namespace Infoscope.Plugins.DiffusionSpectral.Spectra;

/// <summary>Diffusion Spectral Entropy from all eigenvalues of the operator.</summary>
/// <remarks>Definition IV.1 of arXiv 2312.04823, in nats.</remarks>
internal static class ExactDiffusionEntropy
{
    /// <summary>Gives the entropy at a time t above 0. Cost: O(n^3) time and one more n x n matrix, n being the number of distinct points.</summary>
    public static PointEntropy Of(ComputeSession compute, DiffusionKernel kernel, double time)
    {
        var eigenvalues = compute.SymmetricEigenvalues(kernel.Matrix);
        var bracket = SaturationBracket.Of(SpectralEntropy.Trace(eigenvalues, time), SpectralEntropy.Trace(eigenvalues, 2 * time), kernel.Count);
        return new() { Nats = SpectralEntropy.Nats(eigenvalues, time), FloorNats = bracket.FloorNats, CeilingNats = bracket.CeilingNats };
    }
}
