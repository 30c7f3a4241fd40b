namespace Infoscope;

/// <summary>The shape of the activations that an estimation will be fed.</summary>
public sealed record ActivationShape
{
    /// <summary>Gets the number of rows in the whole data, over all folds.</summary>
    public required long Rows { get; init; }

    /// <summary>Gets the number of features of a row.</summary>
    public required int Features { get; init; }

    /// <summary>Gets the number of sequences that the rows belong to; 0 when the rows have no sequence axis.</summary>
    public long Sequences { get; init; }

    /// <summary>Gets the number of features of a row of the reference; 0 when there is none.</summary>
    public int ReferenceFeatures { get; init; }
}
