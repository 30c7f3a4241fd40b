namespace Infoscope.Engine.Feeding;

/// <summary>Rows as an estimation is to see them, in one precision, with the rows of the reference.</summary>
internal readonly ref struct RowBlock
{
    /// <summary>Gets where each row stands in the whole data.</summary>
    public required ReadOnlySpan<long> RowIndices { get; init; }

    public ReadOnlySpan<float> Single { get; init; }

    public ReadOnlySpan<double> Double { get; init; }

    public ReadOnlySpan<float> ReferenceSingle { get; init; }

    public ReadOnlySpan<double> ReferenceDouble { get; init; }
}
