namespace Infoscope.Host.Inspection;

/// <summary>What one pass over the numbers of an array found.</summary>
internal sealed record NumberSummary
{
    /// <summary>Gets the smallest finite number; null when there is none.</summary>
    public double? Minimum { get; init; }

    public double? Maximum { get; init; }

    /// <summary>Gets the mean of the finite numbers; null when there is none.</summary>
    public double? Mean { get; init; }

    public long NaN { get; init; }

    public long Infinite { get; init; }

    /// <summary>Gets the rows, along the last axis, that hold a NaN or an infinity; null for integers and for one axis, which have no rows of features.</summary>
    public long? NonFiniteRows { get; init; }

    /// <summary>Gets the rows of nothing but zeros.</summary>
    public long? ZeroRows { get; init; }

    /// <summary>Gets the smallest Euclidean norm of a finite row.</summary>
    public double? SmallestNorm { get; init; }

    public double? LargestNorm { get; init; }

    /// <summary>Gets the number of different whole numbers; null for real ones.</summary>
    public DistinctCount? Different { get; init; }

    /// <summary>Gets how often a whole number is -1, which is a row without a label.</summary>
    public long? MinusOnes { get; init; }
}
