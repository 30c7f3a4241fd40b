using Infoscope.Compute;
using Infoscope.Plugins.DiffusionSpectral.LabelInformation;
using Infoscope.Plugins.DiffusionSpectral.Tests.LabelInformation;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Training;

/// <summary>Informations of points at one bandwidth with many subsets, which label sets share, so that it is known how far a number from a few other subsets may be.</summary>
internal sealed class SubsetDraws
{
    private const int PublishedRepetitions = 5;

    private readonly Points points;
    private readonly int repetitions;
    private readonly IPointEntropy entropy;
    private readonly PointPool pool;

    /// <summary>Prepares a number of subsets of each size.</summary>
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
        var information = ClassInformation.Matched(classes, entropy, ConditionalEntropy.Of(classes, points, entropy), pool, repetitions);

        // The original starts its generator anew for every class, so its subsets of nearly equal sizes are nearly the same and their errors add up; here each size has its own.
        var (adding, squares) = (0.0, 0.0);
        foreach (var same in classes.All.GroupBy(one => one.Size))
        {
            var error = same.Sum(classes.ShareOf) * SpreadOf(same.Key);
            adding += error;
            squares += error * error;
        }

        return new PublishedGap
        {
            Name = name,
            PublishedBits = published,
            Bits = Informations.Bits(information.Nats),
            SpreadBits = Informations.Bits(adding / Math.Sqrt(PublishedRepetitions)),
            ErrorBits = Informations.Bits(Math.Sqrt(squares / repetitions)),
        };
    }

    // The standard deviation of the entropy of one subset.
    private double SpreadOf(int size)
    {
        double[] entropies = [.. Enumerable.Range(0, repetitions).Select(repetition => pool.OfSubset(size, 0, repetition).Nats)];
        var mean = entropies.Average();
        return Math.Sqrt(entropies.Sum(value => (value - mean) * (value - mean)) / (repetitions - 1));
    }
}
