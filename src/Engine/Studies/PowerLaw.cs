namespace Infoscope.Engine.Studies;

/// <summary>A power law of a value against the size of models, beside the law that the ceilings of the same models follow.</summary>
/// <remarks>
/// The ceiling of coding-rate-normalized is what isotropic rows of the same number and dimension would give, so that its law is that of the dimension alone. It looks clean:
/// with 32 rows and the dimensions of seven Pythia models the slope is -0.325 and R^2 0.983.
/// </remarks>
public sealed record PowerLaw
{
    /// <summary>Gets the models, by size.</summary>
    public required IReadOnlyList<SizedModel> Models { get; init; }

    /// <summary>Gets the law of the values.</summary>
    public required LogLogFit Value { get; init; }

    /// <summary>Gets the law of the ceilings; null unless each model has one above 0.</summary>
    public LogLogFit? Ceiling { get; private init; }

    /// <summary>Gets the law of value/ceiling, whose slope is that of the values less that of the ceilings; null where there is no law of the ceilings.</summary>
    /// <remarks>What bends both from a straight line cancels, so its interval may be the narrower one.</remarks>
    public LogLogFit? OverCeiling { get; private init; }

    /// <summary>Gets the law of the means under permuted labels; null unless each model has one above 0.</summary>
    public LogLogFit? NullMean { get; private init; }

    /// <summary>Gets the law of the values with an offset; null for fewer than four sizes, and when all values are equal.</summary>
    public OffsetFit? Offset { get; private init; }

    /// <summary>Gets whether the slope of the values differs from that of the ceilings by more than its interval; null without one.</summary>
    public bool? DiffersFromCeiling => Ceiling is null ? null : Value.DiffersFrom(Ceiling.Slope);

    /// <summary>Gets whether the slope of the values differs from that of the null means by more than its interval; null without one.</summary>
    public bool? DiffersFromNullMean => NullMean is null ? null : Value.DiffersFrom(NullMean.Slope);

    /// <summary>Fits the laws.</summary>
    /// <param name="models">Models of at least three different sizes.</param>
    /// <exception cref="ArgumentException">Fewer sizes differ, or a size or a value is not positive and finite.</exception>
    public static PowerLaw Of(IEnumerable<SizedModel> models)
    {
        ArgumentNullException.ThrowIfNull(models);
        SizedModel[] sorted = [.. models.OrderBy(model => model.Size)];
        double[] sizes = [.. sorted.Select(model => model.Size)], values = [.. sorted.Select(model => model.Row.Value)];
        return new PowerLaw
        {
            Models = sorted,
            Value = LogLogFit.Of(sizes, values),
            Ceiling = FitOf(sizes, sorted, row => row.Ceiling),
            OverCeiling = FitOf(sizes, sorted, row => row.Value / row.Ceiling),
            NullMean = FitOf(sizes, sorted, row => row.NullMean),
            Offset = OffsetFit.Of(sizes, values),
        };
    }

    private static LogLogFit? FitOf(double[] sizes, SizedModel[] models, Func<StudyRow, double?> number)
    {
        var numbers = models.Select(model => number(model.Row)).OfType<double>().Where(one => double.IsFinite(one) && one > 0).ToArray();
        return numbers.Length == models.Length ? LogLogFit.Of(sizes, numbers) : null;
    }
}
