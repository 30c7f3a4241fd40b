namespace Infoscope.Plugins.DiffusionSpectral.LabelInformation;

/// <summary>Estimates the information of classes of one set of points, one partition after another.</summary>
/// <param name="points">The points.</param>
/// <param name="whole">Their entropy.</param>
/// <param name="entropy">The entropy.</param>
/// <param name="subsets">Draws the subsets that classes are compared with.</param>
/// <param name="options">The options.</param>
internal sealed class InformationEstimator(Points points, PointEntropy whole, IPointEntropy entropy, ISubsets subsets, DiffusionSpectralOptions options)
{
    private readonly List<PointPool> pools = [];

    /// <summary>Gets the entropy.</summary>
    public IPointEntropy Entropy => entropy;

    /// <summary>Gives the entropy of the points of all classes together.</summary>
    public PointEntropy EntropyOf(Classes classes) => PoolOf(classes).Whole;

    /// <summary>Gives the information of the classes.</summary>
    public ClassInformation Of(Classes classes)
    {
        var conditional = ConditionalEntropy.Of(classes, points, entropy);
        return options.SizeMatched
            ? ClassInformation.Matched(classes, entropy, conditional, PoolOf(classes), options.Repetitions)
            : ClassInformation.Unmatched(classes, entropy, conditional, PoolOf(classes));
    }

    private PointPool PoolOf(Classes classes)
    {
        if (pools.Find(pool => pool.IsOf(classes.Pool)) is { } known) return known;
        var all = classes.Pool.Length == points.Count ? whole : entropy.Of(points.Take(classes.Pool));
        var added = new PointPool(points, classes.Pool, all, entropy, subsets, options.Subsets == SubsetChoice.Shared);
        pools.Add(added);
        return added;
    }
}
