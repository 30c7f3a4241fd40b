namespace Infoscope.Engine.Studies;

/// <summary>What a study needs of one line of a result; null is an empty cell.</summary>
/// <remarks>The names are those of <see cref="Results.ResultRow"/>. Only lines about a whole take part, neither about an item nor against something but isotropic rows.</remarks>
public sealed record StudyRow
{
    /// <summary>Gets the activation set.</summary>
    public string Set { get; init; } = "";

    /// <summary>Gets the layer.</summary>
    public string Layer { get; init; } = "";

    /// <summary>Gets the checkpoint.</summary>
    public string Step { get; init; } = "";

    /// <summary>Gets the id of the estimator.</summary>
    public required string Estimator { get; init; }

    /// <summary>Gets the id of the quantity.</summary>
    public required string Quantity { get; init; }

    /// <summary>Gets the label set; empty without one.</summary>
    public string LabelSet { get; init; } = "";

    /// <summary>Gets the value; NaN where there is none.</summary>
    public required double Value { get; init; }

    /// <summary>Gets the unit that value, error, null and ceiling are in.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Gets the value divided by the estimator's scale.</summary>
    public double? Normalized { get; init; }

    /// <summary>Gets the mean under permuted labels.</summary>
    public double? NullMean { get; init; }

    /// <summary>Gets the standard error of the value.</summary>
    public double? StandardError { get; init; }

    /// <summary>Gets the largest possible value.</summary>
    public double? Ceiling { get; init; }

    /// <summary>Gets what random isotropic rows of the same number and dimension give, of a row of its own against <see cref="PowerLaw.IsotropicRows"/>.</summary>
    public double? Isotropic { get; init; }

    /// <summary>Gets the standard deviation of that over draws of such rows.</summary>
    public double? IsotropicDeviation { get; init; }

    /// <summary>Gets the number of rows that the value rests on.</summary>
    public long? RowsUsed { get; init; }

    /// <summary>Gets the number of features of a row.</summary>
    public long? Dimensions { get; init; }

    /// <summary>Gets the verdict in words.</summary>
    public string Verdict { get; init; } = "";
}
