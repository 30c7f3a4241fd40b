using System.Globalization;
using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Variants;

namespace Infoscope.Plugins.DiffusionSpectral.Entropies;

/// <summary>The entropy that the options ask for, with what was settled on for these points.</summary>
/// <param name="Entropy">The entropy.</param>
/// <param name="Facts">What a result needs to be made again: the bandwidth as a number.</param>
internal sealed record EntropyChoice(IPointEntropy Entropy, IReadOnlyDictionary<string, string> Facts)
{
    /// <summary>Chooses for all points of an estimation; every subset of them has the same bandwidth.</summary>
    /// <param name="options">The options.</param>
    /// <param name="context">What the estimation may use.</param>
    /// <param name="points">All points, on the scale that is computed on.</param>
    /// <param name="scale">What the rows were multiplied by to get there, a power of two.</param>
    public static EntropyChoice Of(DiffusionSpectralOptions options, EstimationContext context, Points points, double scale)
    {
        var (compute, cancellation) = (context.Compute, context.Cancellation);
        if (options.Entropy == EntropyKind.NeighbourAdjacency) return Without(new NeighbourAdjacencyEntropy(compute, options.Neighbours, cancellation));
        if (options.Entropy == EntropyKind.Binned) return Without(new BinnedEntropy(options.Bins));
        var rule = Bandwidth.Parse(options.Bandwidth, context.EstimatorId);
        var resolved = rule.Resolve(compute, points, cancellation);
        // The median is of the scaled points already. Any other bandwidth may leave the range of a double when it is scaled as they are: at its ends all rows are alone, or one.
        var bandwidth = rule.Rule == BandwidthRule.Median ? resolved : Math.Clamp(resolved * scale, double.Epsilon, double.MaxValue);
        IPointEntropy entropy = options.Entropy switch
        {
            EntropyKind.MatrixEntry => new MatrixEntryEntropy(compute, bandwidth, cancellation),
            EntropyKind.GaussianAdjacency => new GaussianAdjacencyEntropy(compute, bandwidth, cancellation),
            _ => new DiffusionEntropy(context, options, bandwidth),
        };
        var number = (rule.Rule == BandwidthRule.Median ? resolved / scale : resolved).ToString("G17", CultureInfo.InvariantCulture);
        return new EntropyChoice(entropy, new Dictionary<string, string> { ["bandwidth"] = number });
    }

    private static EntropyChoice Without(IPointEntropy entropy) => new(entropy, new Dictionary<string, string>());
}
