namespace Infoscope.Engine.Results;

/// <summary>What a verdict depends on.</summary>
internal readonly record struct VerdictFacts
{
    public required double Value { get; init; }

    /// <summary>Gets whether the value is about a label set as a whole.</summary>
    public required bool HasLabels { get; init; }

    /// <summary>Gets the number of labels that occur.</summary>
    public required int Labels { get; init; }

    /// <summary>Gets the number of rows of the activation set that the estimator looked at: all that are used, or those of its subsample.</summary>
    public required long Rows { get; init; }

    /// <summary>Gets the number of these that have a label, whether the estimator could use them or not.</summary>
    public required long LabelledRows { get; init; }

    /// <summary>Gets the number of labelled rows that the value rests on.</summary>
    public required long RowsUsed { get; init; }

    /// <summary>Gets whether the quantity can tell no more when it comes close to its ceiling.</summary>
    public required bool IsSaturable { get; init; }

    public required double? Ceiling { get; init; }

    /// <summary>Gets the size of the numbers that value and ceiling are computed from; 0 where it is not known.</summary>
    public double Size { get; init; }

    /// <summary>Gets whether the value is above the bound of the null; null without one, or where the quantity does not rise with information.</summary>
    public required bool? IsAboveNull { get; init; }

    public required double? NullMean { get; init; }

    /// <summary>Gets whether labels were permuted within those of another set.</summary>
    public bool IsNullWithin { get; init; }

    public double? NullSd { get; init; }

    /// <summary>Gets the standard deviation over draws, where another draw might turn over what the value says.</summary>
    public required double? DrawSd { get; init; }
}
