using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Conformance.Generators;

/// <summary>Rows with labels and a seed, drawn by FsCheck. Equal seeds of FsCheck give equal samples.</summary>
public static class SampleGenerators
{
    private const string Purpose = "sample";

    // Information must be there for an estimator to be wrong about: a third of the samples are clusters, and half of their labels name them.
    private static readonly ActivationKind[] AnyKinds = [.. Enum.GetValues<ActivationKind>(), .. Enumerable.Repeat(ActivationKind.Clustered, 8)];

    private static readonly ActivationKind[] ModerateKinds = [.. AnyKinds.Where(kind => kind is not (ActivationKind.HugeNorms or ActivationKind.TinyNorms))];

    private static readonly LabelKind[] LabelKinds = [.. Enum.GetValues<LabelKind>(), .. Enumerable.Repeat(LabelKind.OfClusters, 6)];

    /// <summary>Gets samples of every kind of rows with every kind of labels: 1 to 64 rows, mostly below 25, of 1 to 12 features, mostly below 9, at least one row labelled, seeds from 0 to 2^32.</summary>
    /// <remarks>A sixth of the samples are clusters that the labels name. A third of the seeds are below 10. One sample in twenty has a row set to zero. All values are finite, and so are the sums of their squares.</remarks>
    public static Arbitrary<Sample> Any { get; } = Of(SampleDomain.Any);

    /// <summary>Gets samples as <see cref="Any"/> does, with row norms from 1e-3 to 1e3 but for zero rows.</summary>
    public static Arbitrary<Sample> Moderate { get; } = Of(SampleDomain.Moderate);

    /// <summary>Gets samples as <see cref="Moderate"/> does, every value a multiple of 1/16 of magnitude at most 64.</summary>
    public static Arbitrary<Sample> Dyadic { get; } = Of(SampleDomain.Dyadic);

    /// <summary>Gives simpler samples, large steps first: fewer rows, fewer features, fewer labels and coarse labels, rows in the order of their labels, simpler values, a smaller seed.</summary>
    /// <remarks>At least one row, one feature and one labelled row stay. Each candidate is strictly smaller, so that shrinking ends. It is lazy.</remarks>
    public static IEnumerable<Sample> Shrink(Sample sample) => Shrink(sample, SampleDomain.Any);

    /// <summary>Gives simpler samples of which the values belong to a domain, as those of <paramref name="sample"/> must.</summary>
    public static IEnumerable<Sample> Shrink(Sample sample, SampleDomain domain)
    {
        ArgumentNullException.ThrowIfNull(sample);
        return SampleShrinker.Shrink(sample, domain);
    }

    /// <summary>Makes the generator of one large sample of clusters that the labels name: unit normal noise about centres of spread 3, one for each label, every row's label drawn at random, all equally likely.</summary>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="features">The number of features, at least 1.</param>
    /// <param name="labels">The number of labels, at least 1; with few rows some may have none.</param>
    /// <remarks>Drawn anew for each sample are the centres too. Two labels share a coarse one.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    public static Gen<Sample> Population(int rows, int features, int labels)
    {
        ThrowIfBelowOne(rows, features, labels);
        return Streams.Make(Purpose, random =>
        {
            var (values, clusterOf) = Clusters(random, rows, features, labels);
            return Labelled(values, clusterOf, labels, random);
        });
    }

    /// <summary>Makes the generator of one large sample of clusters and labels that know nothing of each other: rows as in <see cref="Population"/>, each label on equally many rows in random order.</summary>
    /// <param name="rows">The number of rows, a multiple of <paramref name="labels"/>.</param>
    /// <param name="features">The number of features, at least 1.</param>
    /// <param name="labels">The number of labels, and of clusters, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is below 1.</exception>
    /// <exception cref="ArgumentException">The rows cannot be shared equally by the labels.</exception>
    public static Gen<Sample> Independent(int rows, int features, int labels)
    {
        ThrowIfBelowOne(rows, features, labels);
        if (rows % labels != 0) throw new ArgumentException($"{rows} rows cannot be shared equally by {labels} labels; give a multiple of {labels} rows.", nameof(rows));
        return Streams.Make(Purpose, random =>
        {
            var (values, _) = Clusters(random, rows, features, labels);
            int[] fine = [.. Enumerable.Range(0, rows).Select(row => row % labels)];
            random.Shuffle(fine);
            return Labelled(values, fine, labels, random);
        });
    }

    private static Arbitrary<Sample> Of(SampleDomain domain)
    {
        var kinds = domain == SampleDomain.Any ? AnyKinds : ModerateKinds;
        return Arb.From(Streams.Make(Purpose, random => Draw(random, domain, kinds)), sample => SampleShrinker.Shrink(sample, domain));
    }

    private static Sample Draw(RandomStream random, SampleDomain domain, ActivationKind[] kinds)
    {
        var kind = kinds[random.NextBelow(kinds.Length)];
        var size = SampleSize.Draw(random).For(kind);
        var (rows, clusterOf) = new RowMaker(random, domain).Make(kind, size.Rows, size.Features);
        if (random.NextBelow(20) == 0) Array.Clear(rows[random.NextBelow(rows.Length)]);
        var labels = new LabelMaker(random).Make(LabelKinds[random.NextBelow(LabelKinds.Length)], clusterOf);
        var seeds = random.NextBelow(3) == 0 ? 10 : (1L << 32) + 1;
        return new Sample { Rows = rows, Labels = labels, Seed = (ulong)random.NextBelow(seeds) };
    }

    private static (double[][] Rows, int[] ClusterOf) Clusters(RandomStream random, int rows, int features, int clusters)
    {
        var centres = Normals(random, clusters, features);
        var values = Normals(random, rows, features);
        var clusterOf = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            clusterOf[row] = (int)random.NextBelow(clusters);
            for (var feature = 0; feature < features; feature++) values[row][feature] += 3 * centres[clusterOf[row]][feature];
        }

        return (values, clusterOf);
    }

    private static double[][] Normals(RandomStream random, int rows, int features) => new RowMaker(random, SampleDomain.Any).Make(ActivationKind.Gaussian, rows, features).Rows;

    private static Sample Labelled(double[][] rows, int[] fine, int labels, RandomStream random) => new()
    {
        Rows = rows,
        Labels = new LabelTree { Fine = fine, CoarseOf = [.. Enumerable.Range(0, labels).Select(label => label / 2)] },
        Seed = random.NextUInt32(),
    };

    private static void ThrowIfBelowOne(int rows, int features, int labels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(labels, 1);
    }
}
