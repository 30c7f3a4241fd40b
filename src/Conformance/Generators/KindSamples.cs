using FsCheck;

namespace Infoscope.Conformance.Generators;

/// <summary>Samples whose rows are of the kind that an estimator takes. Samples of any rows are left as they are.</summary>
/// <remarks>A sample is a function of the one that it is made of, its seed among that, so that a replay finds it again.</remarks>
internal static class KindSamples
{
    private const string Purpose = "rows of a kind";

    /// <summary>Makes a sample of a kind of a drawn one, in one of the ways that break estimators of that kind.</summary>
    public static Sample Drawn(Sample sample, RowKind kind)
    {
        if (kind == RowKind.Any) return sample;
        var random = new RandomStream(sample.Seed, Purpose);
        return sample with { Rows = kind == RowKind.Distribution ? new DistributionRows(random).Make(sample.Rows) : NonNegative(sample.Rows, random) };
    }

    /// <summary>Makes a population of a kind: rectified rows, or their softmax. Rows near to each other stay so.</summary>
    public static Sample Population(Sample sample, RowKind kind) => kind switch
    {
        RowKind.NonNegative => sample with { Rows = Array.ConvertAll(sample.Rows, Rectified) },
        RowKind.Distribution => sample with { Rows = Array.ConvertAll(sample.Rows, DistributionRows.Softmax) },
        _ => sample,
    };

    /// <summary>Brings rows that are not of a kind into it, and leaves the others.</summary>
    public static Sample Nearest(Sample sample, RowKind kind) => kind.Contains(sample.Rows) ? sample : sample with { Rows = Array.ConvertAll(sample.Rows, row => kind.Nearest(row)) };

    /// <summary>Gives smaller samples of a kind: those that <paramref name="samples"/> shrinks to, as far as they are of it; of distributions, those that <see cref="SampleShrinker.ShrinkDistributions"/> gives.</summary>
    public static IEnumerable<Sample> Shrink(Sample sample, RowKind kind, Arbitrary<Sample> samples)
    {
        var smaller = samples.Shrinker(sample);
        if (kind != RowKind.Distribution) return smaller.Where(one => kind.Contains(one.Rows));
        // What is not to be shrunk is not.
        return smaller.Any() ? SampleShrinker.ShrinkDistributions(sample) : [];
    }

    // Magnitudes, rectified values, and sparse codes of the largest magnitudes.
    private static double[][] NonNegative(double[][] rows, RandomStream random)
    {
        var kept = 1 + (int)random.NextBelow(Math.Max(1, rows[0].Length / 2));
        return random.NextBelow(4) switch
        {
            0 => Array.ConvertAll(rows, row => RowKind.NonNegative.Nearest(row)),
            1 => Array.ConvertAll(rows, Rectified),
            2 => Array.ConvertAll(rows, row => Sparse(row, kept)),
            _ => Array.ConvertAll(rows, row => Sparse(row, 1)),
        };
    }

    private static double[] Rectified(double[] row) => Array.ConvertAll(row, value => Math.Max(0, value));

    private static double[] Sparse(double[] row, int kept)
    {
        var code = new double[row.Length];
        foreach (var place in Enumerable.Range(0, row.Length).OrderByDescending(place => Math.Abs(row[place])).Take(kept)) code[place] = Math.Abs(row[place]);
        return code;
    }
}
