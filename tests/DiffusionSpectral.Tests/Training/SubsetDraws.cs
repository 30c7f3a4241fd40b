using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.LabelInformation;
using Infoscope.Plugins.DiffusionSpectral.Tests.LabelInformation;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Training;

/// <summary>Informations of points at one bandwidth from five subsets of each size, as published, and their spread over more of them, which label sets share.</summary>
internal sealed class SubsetDraws
{
    private const int PublishedRepetitions = 5;

    private readonly Points points;
    private readonly int repetitions;
    private readonly IPointEntropy entropy;
    private readonly PointPool pool;

    /// <summary>Prepares the subsets of each size that spreads are taken over.</summary>
    public SubsetDraws(ComputeSession compute, Points points, double bandwidth, int repetitions = 20)
    {
        this.points = points;
        this.repetitions = repetitions;
        entropy = Informations.Exact(compute, bandwidth);
        var unknown = new PointEntropy { Nats = double.NaN, CeilingNats = double.NaN };
        pool = new PointPool(points, [.. Enumerable.Range(0, points.Count)], unknown, entropy, Informations.Subsets(1), shared: true);
    }

    /// <summary>Compares the information of labels with a published one, both in bits.</summary>
    /// <param name="name">What is compared, for messages.</param>
    /// <param name="labels">The label of each point.</param>
    /// <param name="published">The number from five other subsets of each size.</param>
    public PublishedGap Compare(string name, int[] labels, double published)
    {
        var classes = Classes.Of(labels);
        var information = ClassInformation.Matched(classes, entropy, ConditionalEntropy.Of(classes, points, entropy), pool, PublishedRepetitions);

        // Classes of one size share their subsets, and sizes draw theirs apart.
        var variance = classes.All.GroupBy(one => one.Size).Sum(same => Math.Pow(same.Sum(classes.ShareOf) * SpreadOf(same.Key), 2)) / PublishedRepetitions;
        return new PublishedGap { Name = name, PublishedBits = published, Bits = Informations.Bits(information.Nats), SpreadBits = Informations.Bits(Math.Sqrt(variance)) };
    }

    // The standard deviation of the entropy of one subset.
    private double SpreadOf(int size)
    {
        double[] entropies = [.. Enumerable.Range(0, repetitions).Select(repetition => pool.OfSubsets([(size, 0, repetition)])[0].Nats)];
        var mean = entropies.Average();
        return Math.Sqrt(entropies.Sum(value => (value - mean) * (value - mean)) / (repetitions - 1));
    }
}
