namespace Infoscope.Plugins.Lasso.Reports;

/// <summary>One number about one sequence.</summary>
internal readonly record struct Measured
{
    /// <summary>Gets the number.</summary>
    public required double Value { get; init; }

    /// <summary>Gets the standard deviation over random sets; null when it is no mean over such.</summary>
    public double? DrawStandardDeviation { get; init; }

    /// <summary>Gets the largest value that is possible here; null when none is known.</summary>
    public double? Ceiling { get; init; }

    /// <summary>Measures a number without more.</summary>
    public static implicit operator Measured(double value) => new() { Value = value };
}
