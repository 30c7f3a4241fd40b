namespace Infoscope;

/// <summary>What an estimator needs to be fed.</summary>
public sealed record InputRequirements
{
    /// <summary>Gets how rows are wanted.</summary>
    public RowAccess Access { get; init; } = RowAccess.Stream;

    /// <summary>Gets the most rows that <see cref="RowAccess.AllRows"/> may hold; null is no limit.</summary>
    public long? MaximumRows { get; init; }

    /// <summary>Gets the fewest rows that an estimate can be made of.</summary>
    public long MinimumRows { get; init; } = 1;

    /// <summary>Gets the precision; null takes the user's choice, or else the data's own.</summary>
    public Precision? Precision { get; init; }

    /// <summary>Gets whether a first pass over the rows must have been made.</summary>
    public bool Survey { get; init; }

    /// <summary>Gets the use of label sets.</summary>
    public InputNeed Labels { get; init; } = InputNeed.Optional;

    /// <summary>Gets about how many bytes of state one label of a label set takes in one estimation; the engine bounds by it how many permuted label sets a pass has. 1,024 by default.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public long BytesPerLabel { get; init; } = 1024;

    /// <summary>Gets about how many bytes a label takes for each feature of a row, beside <see cref="BytesPerLabel"/>. 0 by default.</summary>
    /// <remarks>Since contract 1.4.</remarks>
    public long BytesPerLabelAndFeature { get; init; }

    /// <summary>Gets whether rows that are all zero are left out, such as by one that looks at directions; they then take no part in permutations. Rows with a NaN or an infinity never do.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public bool LeavesOutZeroRows { get; init; }

    /// <summary>Gets what rows must be; the estimator itself refuses others. Where it is not <see cref="RowKind.Any"/> it runs on activations only if it is named, and is verified on rows of that kind.</summary>
    /// <remarks>Since contract 1.4.</remarks>
    public RowKind RowKind { get; init; }

    /// <summary>Gets the use of sequences.</summary>
    public InputNeed Sequences { get; init; }

    /// <summary>Gets the use of a reference.</summary>
    public InputNeed Reference { get; init; }

    /// <summary>Gets the use of attention; it comes with <see cref="RowAccess.WholeSequences"/> alone.</summary>
    public InputNeed Attention { get; init; }
}
