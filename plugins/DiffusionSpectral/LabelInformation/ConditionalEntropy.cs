namespace Infoscope.Plugins.DiffusionSpectral.LabelInformation;

/// <summary>The entropies of the points of each class and their mean weighted by size, in nats.</summary>
internal sealed record ConditionalEntropy
{
    private ConditionalEntropy(IReadOnlyList<PointEntropy> ofClasses) => OfClasses = ofClasses;

    /// <summary>Gets the entropy of each class, in the order of the classes.</summary>
    public IReadOnlyList<PointEntropy> OfClasses { get; }

    /// <summary>Gets sum n_c/N S(points of c).</summary>
    public required double Nats { get; init; }

    /// <summary>Gets the standard error from stochastic entropies; 0 where all are exact.</summary>
    public required double StandardErrorNats { get; init; }

    /// <summary>Computes the entropies.</summary>
    public static ConditionalEntropy Of(Classes classes, Points points, IPointEntropy entropy)
    {
        var own = entropy.OfEach(points, [.. classes.All.Select(one => one.Members)]);
        var (sum, variance) = (0.0, 0.0);
        for (var i = 0; i < own.Length; i++)
        {
            var share = classes.ShareOf(classes.All[i]);
            sum += share * own[i].Nats;
            variance += Math.Pow(share * own[i].StandardErrorNats, 2);
        }

        return new ConditionalEntropy(own) { Nats = sum, StandardErrorNats = Math.Sqrt(variance) };
    }
}
