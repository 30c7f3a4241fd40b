namespace Infoscope.Engine.Findings;

/// <summary>Something that a reader should know before believing some rows: what was seen, where it is worst, and what to do.</summary>
public sealed record Finding
{
    /// <summary>Gets what kind of finding it is, such as <c>mostly-bias</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the estimator, or several with commas between.</summary>
    public required string Estimator { get; init; }

    /// <summary>Gets the quantity.</summary>
    public required string Quantity { get; init; }

    /// <summary>Gets the label set; empty for none.</summary>
    public required string LabelSet { get; init; }

    /// <summary>Gets the number of activation sets that it concerns.</summary>
    public required int Sets { get; init; }

    /// <summary>Gets what was seen, a sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Gets what to do, a sentence.</summary>
    public required string Remedy { get; init; }
}
