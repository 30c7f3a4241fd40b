namespace Infoscope;

/// <summary>One estimated number with what is needed to believe it.</summary>
public sealed record Estimate
{
    /// <summary>Gets what is estimated.</summary>
    public required Quantity Quantity { get; init; }

    /// <summary>Gets the value, never clamped.</summary>
    public required Amount Value { get; init; }

    /// <summary>Gets the name of the label set, a null's own name for a null; empty for none.</summary>
    public string LabelSet { get; init; } = "";

    /// <summary>Gets the label, token or unit that it is about; empty for the whole.</summary>
    public string Item { get; init; } = "";

    /// <summary>Gets what the value is relative to, such as another label set; empty for nothing.</summary>
    public string Against { get; init; } = "";

    /// <summary>Gets the largest value that is possible here; null when none is known.</summary>
    public Amount? Ceiling { get; init; }

    /// <summary>Gets the smallest value that is possible here; null when none is known.</summary>
    public Amount? Floor { get; init; }

    /// <summary>Gets what the value is divided by to be normalized, such as ln m; null when there is no such thing.</summary>
    public Amount? Scale { get; init; }

    /// <summary>Gets the estimator's own standard error, in the unit of the value; null leaves it to the engine.</summary>
    public double? StandardError { get; init; }

    /// <summary>Gets the number of draws of the estimator's own randomness, such as of anchors, that the value is the mean of; null when it draws but once or not at all.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public int? Draws { get; init; }

    /// <summary>Gets the standard deviation over those draws with n-1, in the unit of the value; null for fewer than 2 draws.</summary>
    /// <remarks>Since contract 1.2.</remarks>
    public double? DrawStandardDeviation { get; init; }

    /// <summary>Gets the number of rows that the value rests on.</summary>
    public required long RowsUsed { get; init; }

    /// <summary>Gets the number of rows that could not be used; rows without a label are not among them.</summary>
    public long RowsDropped { get; init; }

    /// <summary>Gets what a reader should know of this value, each a sentence or a phrase.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
