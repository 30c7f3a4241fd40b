namespace Infoscope.Engine.Calibration;

/// <summary>A number in all the ways it was computed: as estimated, without each fold in turn, and under each permutation of the labels.</summary>
/// <remarks>What is derived from several numbers is computed in each of these ways, so its error and its null hold whatever the numbers have in common.</remarks>
internal sealed record Measurement
{
    /// <summary>Gets the number as estimated.</summary>
    public required double Value { get; init; }

    /// <summary>Gets the number without each fold; empty when there is none.</summary>
    public double[] LeftOut { get; init; } = [];

    /// <summary>Gets the share of the rows that each fold holds; empty when all hold as many, or it is not known.</summary>
    public double[] FoldShares { get; init; } = [];

    /// <summary>Gets the number under each permutation, NaN where there is none; empty without permutations.</summary>
    public double[] Nulls { get; init; } = [];

    /// <summary>Gets the standard error that the estimator stated, or that follows from stated ones; null leaves it to the jackknife.</summary>
    public double? StatedError { get; init; }

    /// <summary>Gets the standard error; null when there is none.</summary>
    public double? StandardError => StatedError ?? Jackknife.StandardError(Value, LeftOut, FoldShares);

    /// <summary>Derives a number from others.</summary>
    /// <param name="formula">The number as a function of the others.</param>
    /// <param name="parts">The others; one without permutations is the same under all.</param>
    public static Measurement Derive(Func<double[], double> formula, params Measurement[] parts)
    {
        var values = parts.Select(part => part.Value).ToArray();
        var jackknifed = parts.All(part => part.StatedError is null && part.LeftOut.Length > 0 && part.LeftOut.Length == parts[0].LeftOut.Length);
        var permutations = parts.Max(part => part.Nulls.Length);
        return new Measurement
        {
            Value = formula(values),
            LeftOut = jackknifed ? [.. Enumerable.Range(0, parts[0].LeftOut.Length).Select(fold => formula([.. parts.Select(part => part.LeftOut[fold])]))] : [],
            FoldShares = jackknifed ? MeanShares(parts) : [],
            Nulls = [.. Enumerable.Range(0, permutations).Select(index => formula([.. parts.Select(part => part.Nulls.Length == 0 ? part.Value : part.Nulls[index])]))],
            StatedError = jackknifed ? null : LargestError(formula, values, parts),
        };
    }

    // Of parts that rest on different rows the mean: a fold that is empty in one of them alone still counts.
    private static double[] MeanShares(Measurement[] parts)
    {
        var folds = parts[0].FoldShares.Length;
        return parts.All(part => part.FoldShares.Length == folds) ? [.. Enumerable.Range(0, folds).Select(fold => parts.Average(part => part.FoldShares[fold]))] : [];
    }

    // To first order, and as if the errors of the parts all pulled the same way: whatever they have in common, the error is no larger.
    private static double? LargestError(Func<double[], double> formula, double[] values, Measurement[] parts)
    {
        var sum = 0.0;
        for (var place = 0; place < parts.Length; place++)
        {
            if (parts[place].StandardError is not { } error) return null;
            var (below, above) = ((double[])values.Clone(), (double[])values.Clone());
            below[place] -= error / 2;
            above[place] += error / 2;
            sum += Math.Abs(formula(above) - formula(below));
        }

        return double.IsFinite(sum) ? sum : null;
    }
}
