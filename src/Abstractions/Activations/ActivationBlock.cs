namespace Infoscope;

/// <summary>A block of rows with everything that belongs to them, valid during one call of <see cref="IEstimation.Observe"/>.</summary>
/// <remarks>
/// Rows come in increasing order of <see cref="RowIndices"/> over the calls of one estimation, but need not be contiguous. The spans belong to the
/// engine and are overwritten after the call: copy what must outlive it. A plugin only reads.
/// </remarks>
public readonly ref struct ActivationBlock
{
    /// <summary>Gets the number of rows.</summary>
    public required int Rows { get; init; }

    /// <summary>Gets the number of features of a row.</summary>
    public required int Features { get; init; }

    /// <summary>Gets the rows, row-major (rows, features), when single precision was asked for; empty otherwise.</summary>
    public ReadOnlySpan<float> Single { get; init; }

    /// <summary>Gets the rows, row-major (rows, features), when double precision was asked for; empty otherwise.</summary>
    public ReadOnlySpan<double> Double { get; init; }

    /// <summary>Gets where each row stands in the whole data, counted from 0.</summary>
    public ReadOnlySpan<long> RowIndices { get; init; }

    /// <summary>Gets the labels of all label sets, one set after the other; see <see cref="Labels"/>.</summary>
    public ReadOnlySpan<int> AllLabels { get; init; }

    /// <summary>Gets the sequence of each row, counted from 0; empty when the rows have no sequence axis.</summary>
    public ReadOnlySpan<int> SequenceIds { get; init; }

    /// <summary>Gets the place of each row in its sequence, counted from 0; empty when the rows have no sequence axis.</summary>
    public ReadOnlySpan<int> Positions { get; init; }

    /// <summary>Gets the number of features of a row of the reference; 0 when there is none.</summary>
    public int ReferenceFeatures { get; init; }

    /// <summary>Gets the reference, row for row, in single precision; empty when there is none or double precision was asked for.</summary>
    public ReadOnlySpan<float> ReferenceSingle { get; init; }

    /// <summary>Gets the reference, row for row, in double precision; empty when there is none or single precision was asked for.</summary>
    public ReadOnlySpan<double> ReferenceDouble { get; init; }

    /// <summary>Gets the number of attention heads; 0 when this block has no attention.</summary>
    public int AttentionHeads { get; init; }

    /// <summary>Gets the number of queries and of keys of the attention; 0 when this block has none.</summary>
    /// <remarks>Since contract 1.1.</remarks>
    public int AttentionLength { get; init; }

    /// <summary>Gets the attention of the one sequence of this block, row-major (heads, length, length), queries before keys, over all of that sequence's
    /// positions in the file; empty when the sequence has none.</summary>
    public ReadOnlySpan<float> Attention { get; init; }

    /// <summary>Gives the labels of the rows in one label set; -1 is a row without a label.</summary>
    /// <param name="labelSet">The place of the label set in <see cref="EstimationContext.LabelSets"/>.</param>
    public ReadOnlySpan<int> Labels(int labelSet) => AllLabels.Slice(labelSet * Rows, Rows);

    /// <summary>Gives one row in single precision.</summary>
    /// <exception cref="InvalidOperationException">The rows are in double precision; see <see cref="InputRequirements.Precision"/>.</exception>
    public ReadOnlySpan<float> SingleRow(int row) => Single.IsEmpty && !Double.IsEmpty ? throw OtherPrecision("double", "Single") : Single.Slice(row * Features, Features);

    /// <summary>Gives one row in double precision.</summary>
    /// <exception cref="InvalidOperationException">The rows are in single precision; see <see cref="InputRequirements.Precision"/>.</exception>
    public ReadOnlySpan<double> DoubleRow(int row) => Double.IsEmpty && !Single.IsEmpty ? throw OtherPrecision("single", "Double") : Double.Slice(row * Features, Features);

    private static InvalidOperationException OtherPrecision(string actual, string wanted) =>
        new($"the rows are in {actual} precision; an estimator that reads {wanted}Row asks for it by Precision = Precision.{wanted} in its InputRequirements.");
}
