using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Lanczos;
using Infoscope.Plugins.DiffusionSpectral.Spectra;

namespace Infoscope.Plugins.DiffusionSpectral.Entropies;

/// <summary>Diffusion Spectral Entropy: from all eigenvalues of few distinct points, by stochastic Lanczos quadrature of many.</summary>
/// <remarks>Definition IV.1 of arXiv 2312.04823. Every call draws the same probes, so an entropy depends on its points alone.</remarks>
internal sealed class DiffusionEntropy(EstimationContext context, DiffusionSpectralOptions options, double bandwidth) : IPointEntropy
{
    private readonly LanczosSettings settings = new() { ToleranceNats = options.Tolerance };

    /// <inheritdoc/>
    public PointEntropy Of(Points points)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        using var kernel = DiffusionKernel.Of(context.Compute, points, bandwidth, options.Operator);
        context.Cancellation.ThrowIfCancellationRequested();
        return kernel.Count <= options.ExactRows ? ExactDiffusionEntropy.OfKernel(context.Compute, kernel, options.Time) : Stochastic(kernel);
    }

    private PointEntropy Stochastic(DiffusionKernel kernel)
    {
        double[] traces = [kernel.TraceOfFirst, kernel.TraceOfSecond];
        var estimate = LanczosEntropy.Of(context.Compute, kernel.Matrix, kernel.Trivial, traces, options.Time, settings, context.Random("probes"), context.Cancellation);
        var (floor, ceiling) = Bracket(kernel);
        return new PointEntropy
        {
            Nats = estimate.Nats,
            // At times from 1 on the quadrature is far better than the bound on its error, and the draw of the probes is what matters.
            StandardErrorNats = options.Time < 1 ? double.Hypot(estimate.StandardErrorNats, estimate.QuadratureErrorNats) : estimate.StandardErrorNats,
            FloorNats = floor,
            CeilingNats = ceiling,
        };
    }

    // The entropy never rises with time, so the bracket of a time whose trace is known serves the times on its other side.
    private (double? Floor, double Ceiling) Bracket(DiffusionKernel kernel)
    {
        var atOne = SaturationBracket.Of(kernel.TraceOfFirst, kernel.TraceOfSecond, kernel.Count);
        var atTwo = SaturationBracket.Of(kernel.TraceOfSecond, kernel.TraceOfSecond, kernel.Count);
        double? floor = options.Time <= 1 ? atOne.FloorNats : options.Time <= 2 ? atTwo.FloorNats : null;
        var ceiling = options.Time < 1 ? Math.Log(kernel.Count) : options.Time < 2 ? atOne.CeilingNats : atTwo.CeilingNats;
        return (floor, ceiling);
    }
}
