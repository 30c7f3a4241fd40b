using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Kernels;

namespace Infoscope.Plugins.DiffusionSpectral.Spectra;

/// <summary>Diffusion Spectral Entropy from all eigenvalues of the operator.</summary>
/// <remarks>Definition IV.1 of arXiv 2312.04823, in nats. Cost: O(n^2 d + n^3) time and two n x n matrices, n being the number of distinct points.</remarks>
internal sealed class ExactDiffusionEntropy : IPointEntropy
{
    private readonly ComputeSession compute;
    private readonly double bandwidth;
    private readonly DiffusionOperator diffusion;
    private readonly double time;
    private readonly CancellationToken cancellation;

    /// <summary>Makes the entropy of a bandwidth in units of distance, an operator and a time t above 0.</summary>
    public ExactDiffusionEntropy(ComputeSession compute, double bandwidth, DiffusionOperator diffusion, double time, CancellationToken cancellation)
    {
        this.compute = compute;
        this.bandwidth = bandwidth;
        this.diffusion = diffusion;
        this.time = time;
        this.cancellation = cancellation;
    }

    /// <inheritdoc/>
    public PointEntropy Of(Points points)
    {
        cancellation.ThrowIfCancellationRequested();
        using var kernel = DiffusionKernel.Of(compute, points, bandwidth, diffusion);
        cancellation.ThrowIfCancellationRequested();
        return OfKernel(compute, kernel, time);
    }

    /// <summary>Gives the entropy of a kernel. Cost: O(n^3).</summary>
    public static PointEntropy OfKernel(ComputeSession compute, DiffusionKernel kernel, double time)
    {
        var eigenvalues = compute.SymmetricEigenvalues(kernel.Matrix);
        var bracket = SaturationBracket.Of(SpectralEntropy.Trace(eigenvalues, time), SpectralEntropy.Trace(eigenvalues, 2 * time), kernel.Count);
        return new() { Nats = SpectralEntropy.Nats(eigenvalues, time), FloorNats = bracket.FloorNats, CeilingNats = bracket.CeilingNats };
    }
}
