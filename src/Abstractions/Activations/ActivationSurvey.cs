namespace Infoscope;

/// <summary>What a first pass over the rows found; made once and shared by every estimator that asks for it.</summary>
/// <remarks>
/// Means, extremes and norms are over the rows without a NaN or an infinity, and NaN when there is none; a norm beyond the largest double is infinite.
/// Immutable and safe for any number of threads.
/// </remarks>
public sealed record ActivationSurvey
{
    /// <summary>Gets the number of rows.</summary>
    public required long Rows { get; init; }

    /// <summary>Gets the number of rows with a NaN or an infinity.</summary>
    public required long NonFiniteRows { get; init; }

    /// <summary>Gets the number of rows whose every feature is 0.</summary>
    public required long ZeroRows { get; init; }

    /// <summary>Gets the mean of each feature.</summary>
    public required IReadOnlyList<double> Mean { get; init; }

    /// <summary>Gets the smallest value of each feature.</summary>
    public required IReadOnlyList<double> Minimum { get; init; }

    /// <summary>Gets the largest value of each feature.</summary>
    public required IReadOnlyList<double> Maximum { get; init; }

    /// <summary>Gets the smallest Euclidean norm of a row.</summary>
    public required double SmallestNorm { get; init; }

    /// <summary>Gets the mean Euclidean norm of a row.</summary>
    public required double MeanNorm { get; init; }

    /// <summary>Gets the largest Euclidean norm of a row.</summary>
    public required double LargestNorm { get; init; }

    /// <summary>Gets where the rows of <see cref="Reservoir"/> stand in the whole data.</summary>
    public required IReadOnlyList<long> ReservoirRows { get; init; }

    /// <summary>Gets a seeded uniform sample of the finite rows without replacement, row-major, at most 1,000 rows.</summary>
    public required ReadOnlyMemory<double> Reservoir { get; init; }
}
