using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Lanczos;
using Infoscope.Plugins.DiffusionSpectral.Spectra;

namespace Infoscope.Plugins.DiffusionSpectral.Entropies;

/// <summary>Diffusion Spectral Entropy: from all eigenvalues of few distinct points, by stochastic Lanczos quadrature of many.</summary>
/// <remarks>Definition IV.1 of arXiv 2312.04823. The probes go by the values of the points, so an entropy depends on its points alone, and those of different points are independent.</remarks>
internal sealed class DiffusionEntropy(EstimationContext context, DiffusionSpectralOptions options, double bandwidth) : IPointEntropy
{
    private const string Processor = "cpu";

    // Each of these takes 30 MB or less.
    private const int MostSideBySide = 1024;

    private readonly LanczosSettings settings = new() { ToleranceNats = options.Tolerance };

    /// <inheritdoc/>
    public string BracketEnd => "at its bracket, floor to ceiling, which two traces of the operator give: the rest of its spectrum adds little";

    /// <inheritdoc/>
    public PointEntropy Of(Points points) => Of(context.Compute, points);

    /// <inheritdoc/>
    public PointEntropy[] OfEach(Points points, IReadOnlyList<int[]> subsets)
    {
        var entropies = new PointEntropy[subsets.Count];
        var onProcessor = context.Compute.Device.Id == Processor;
        int[] small = [.. Enumerable.Range(0, entropies.Length).Where(i => onProcessor && subsets[i].Length <= Math.Min(MostSideBySide, options.ExactRows))];
        SideBySide.Run(context, small.Length, (compute, i) => entropies[small[i]] = Of(compute, points.Take(subsets[small[i]])));
        foreach (var i in Enumerable.Range(0, entropies.Length).Except(small)) entropies[i] = Of(points.Take(subsets[i]));
        return entropies;
    }

    private PointEntropy Of(ComputeSession compute, Points points)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        var distinct = DistinctPoints.Of(points);
        if (distinct.Count > options.ExactRows) return Stochastic(compute, distinct, points);
        using var kernel = DiffusionKernel.Of(compute, distinct, bandwidth, options.Operator);
        context.Cancellation.ThrowIfCancellationRequested();
        return ExactDiffusionEntropy.Of(compute, kernel, options.Time);
    }

    private PointEntropy Stochastic(ComputeSession compute, DistinctPoints distinct, Points points)
    {
        if (compute.Device.Id == Processor)
        {
            using var tiled = TiledKernel.Of(compute, distinct, bandwidth, options.Operator);
            return Stochastic(tiled, tiled.Trivial, [tiled.TraceOfFirst, tiled.TraceOfSecond()], points);
        }

        // A device with a memory of its own keeps the kernel there.
        using var kernel = DiffusionKernel.Of(compute, distinct, bandwidth, options.Operator);
        return Stochastic(new SessionProduct(compute, kernel.Matrix), kernel.Trivial, [kernel.TraceOfFirst, kernel.TraceOfSecond(compute)], points);
    }

    private PointEntropy Stochastic(IBlockProduct kernel, ReadOnlySpan<double> trivial, double[] traces, Points points)
    {
        var estimate = LanczosEntropy.Of(kernel, trivial, traces, options.Time, settings, context.Random($"probes/{points.Hash():x16}"), context.Cancellation);
        var (floor, ceiling) = Bracket(traces[0], traces[1], kernel.Order);
        return new PointEntropy
        {
            Nats = estimate.Nats,
            // At times from 1 on the quadrature is far better than the estimate of its error, and the draw of the probes is what matters.
            StandardErrorNats = options.Time < 1 ? double.Hypot(estimate.StandardErrorNats, estimate.QuadratureErrorNats) : estimate.StandardErrorNats,
            FloorNats = floor,
            CeilingNats = ceiling,
        };
    }

    // The entropy never rises with time, so the bracket of a time whose trace is known serves the times on its other side.
    private (double? Floor, double Ceiling) Bracket(double first, double second, int count)
    {
        var atOne = SaturationBracket.Of(first, second, count);
        var atTwo = SaturationBracket.Of(second, second, count);
        double? floor = options.Time <= 1 ? atOne.FloorNats : options.Time <= 2 ? atTwo.FloorNats : null;
        var ceiling = options.Time < 1 ? Math.Log(count) : options.Time < 2 ? atOne.CeilingNats : atTwo.CeilingNats;
        return (floor, ceiling);
    }
}
