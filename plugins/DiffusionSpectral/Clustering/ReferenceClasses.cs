using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.Kernels;

namespace Infoscope.Plugins.DiffusionSpectral.Clustering;

/// <summary>Turns a continuous reference into classes, so that a size-matched information about it can be estimated.</summary>
internal static class ReferenceClasses
{
    /// <summary>Gives the class of each row: a bin of the one column, or a spectral cluster of several.</summary>
    /// <remarks>
    /// One column: the number of the bin, 1 .. clusters; an empty bin does not occur, so numbers may be missing. A constant column is one class.
    /// Several columns: 0, 1, .. in the order of the classes' first rows. Rows of at most as many different values as there are clusters are not clustered: each value is a class.
    /// </remarks>
    /// <param name="compute">Where distances are computed.</param>
    /// <param name="reference">The rows, all finite.</param>
    /// <param name="settings">The number of classes and of neighbours.</param>
    /// <param name="random">Where the iteration for eigenvectors starts; one column draws nothing.</param>
    /// <param name="cancellation">Looked at per block of rows and per product with the graph.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    /// <exception cref="ActivationShapeException">There are no more rows than neighbours, and more different rows than clusters.</exception>
    /// <exception cref="NumericalFailureException">The eigenvectors did not converge.</exception>
    public static int[] Of(ComputeSession compute, Points reference, ReferenceSettings settings, RandomStream random, CancellationToken cancellation)
    {
        CheckFinite(reference);
        if (reference.Features == 1) return EqualWidthBins.Of(reference.Values, settings.Clusters);
        var distinct = DistinctPoints.Of(reference);
        if (distinct.Count <= settings.Clusters) return distinct.Places.ToArray();
        if (reference.Count <= settings.Neighbours)
        {
            throw new ActivationShapeException(
                $"reference has {reference.Count} rows; clusters by {settings.Neighbours} neighbours need at least {settings.Neighbours + 1}: give its classes as labels, or a reference of one column.");
        }

        return SpectralClusters.Of(compute, reference, settings, random, cancellation);
    }

    private static void CheckFinite(Points reference)
    {
        for (var row = 0; row < reference.Count; row++)
        {
            foreach (var value in reference[row])
            {
                if (!double.IsFinite(value)) throw new ArgumentException($"reference has the value {value} in row {row}; classes are made of finite rows: leave such rows out.", nameof(reference));
            }
        }
    }
}
