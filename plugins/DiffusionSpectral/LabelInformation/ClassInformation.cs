namespace Infoscope.Plugins.DiffusionSpectral.LabelInformation;

/// <summary>What the entropies of classes and of subsets as large as they are say about the labels, in nats.</summary>
/// <remarks>
/// I = sum over classes c of n_c/N [ mean over r of S(subset r of n_c points) - S(points of c) ]: Definition IV.2 of Liao, Liu et al. (arXiv 2312.04823) with the size-matched first term of its
/// program, because S depends on the number of points. Without matching the first term is S of all labelled points.
/// </remarks>
internal sealed record ClassInformation
{
    /// <summary>Gets the second term.</summary>
    public required ConditionalEntropy Conditional { get; init; }

    /// <summary>Gets the information.</summary>
    public required double Nats { get; init; }

    /// <summary>Gets the number of subsets of each class; null without matching.</summary>
    public int? Repetitions { get; init; }

    /// <summary>Gets the standard deviation over repetitions; null for fewer than 2.</summary>
    public double? DrawStandardDeviationNats { get; init; }

    /// <summary>Gets the standard error: of the mean over repetitions and of stochastic entropies; null when nothing was drawn, or one repetition leaves it unknown.</summary>
    public required double? StandardErrorNats { get; init; }

    /// <summary>Gets the smallest value that classes of these sizes can have.</summary>
    public required double FloorNats { get; init; }

    /// <summary>Gets the largest value that classes of these sizes can have.</summary>
    public required double CeilingNats { get; init; }

    /// <summary>Computes the information with subsets of the sizes of the classes.</summary>
    /// <param name="classes">The classes, at least one.</param>
    /// <param name="entropy">The entropy.</param>
    /// <param name="conditional">The second term.</param>
    /// <param name="pool">The entropies of subsets of the labelled points.</param>
    /// <param name="repetitions">The number R of subsets of each class, at least 1.</param>
    public static ClassInformation Matched(Classes classes, IPointEntropy entropy, ConditionalEntropy conditional, PointPool pool, int repetitions)
    {
        // Classes that share subsets share their noise: what counts is the weight of a subset.
        var weights = classes.All.GroupBy(one => (one.Size, Ordinal: pool.OrdinalOf(one))).Select(same => (same.Key, Weight: same.Sum(classes.ShareOf))).ToArray();
        var entropies = pool.OfSubsets([.. weights.SelectMany(one => Enumerable.Range(0, repetitions).Select(repetition => (one.Key.Size, one.Key.Ordinal, repetition)))]);
        var draws = new double[repetitions];
        var variance = 0.0;
        for (var repetition = 0; repetition < repetitions; repetition++)
        {
            for (var i = 0; i < weights.Length; i++)
            {
                var one = entropies[(i * repetitions) + repetition];
                draws[repetition] += weights[i].Weight * one.Nats;
                variance += Square(weights[i].Weight * one.StandardErrorNats / repetitions);
            }
        }

        var mean = draws.Average();
        var spread = repetitions < 2 ? (double?)null : Math.Sqrt(draws.Sum(draw => Square(draw - mean)) / (repetitions - 1));
        var width = classes.All.Sum(one => classes.ShareOf(one) * (entropy.RangeNats(one.Size).High - entropy.RangeNats(one.Size).Low));
        return new ClassInformation
        {
            Conditional = conditional,
            Nats = mean - conditional.Nats,
            Repetitions = repetitions,
            DrawStandardDeviationNats = spread,
            StandardErrorNats = spread is { } sd ? Math.Sqrt((sd * sd / repetitions) + variance + Square(conditional.StandardErrorNats)) : null,
            FloorNats = -width,
            CeilingNats = width,
        };
    }

    /// <summary>Computes the information with the entropy of all labelled points as its first term.</summary>
    public static ClassInformation Unmatched(Classes classes, IPointEntropy entropy, ConditionalEntropy conditional, PointPool pool)
    {
        var (low, high) = entropy.RangeNats(classes.Pool.Length);
        var error = double.Hypot(pool.Whole.StandardErrorNats, conditional.StandardErrorNats);
        return new ClassInformation
        {
            Conditional = conditional,
            Nats = pool.Whole.Nats - conditional.Nats,
            StandardErrorNats = error > 0 ? error : null,
            FloorNats = low - classes.All.Sum(one => classes.ShareOf(one) * entropy.RangeNats(one.Size).High),
            CeilingNats = high - classes.All.Sum(one => classes.ShareOf(one) * entropy.RangeNats(one.Size).Low),
        };
    }

    private static double Square(double value) => value * value;
}
