namespace Infoscope.Engine.Studies;

/// <summary>A power law of a value against the size of models, beside the laws that the same models follow by their dimension alone.</summary>
/// <remarks>
/// The coding-rate-normalized of random isotropic rows follows a law of the dimension that looks clean: with 32 rows and the dimensions of seven Pythia models the slope is -0.324.
/// The ceiling is that of rows at right angles, which random rows reach only where there are far fewer rows than features: with 512 rows its slope is -0.304 and that of random rows -0.277.
/// </remarks>
public sealed record PowerLaw
{
    /// <summary>What a row is against that says what random isotropic rows give.</summary>
    public const string IsotropicRows = "isotropic rows";

    // One noise in twenty leaves a 95 % interval, one in several hundred three standard deviations.
    private const double Doubt = 3;

    /// <summary>Gets the models, by size.</summary>
    public required IReadOnlyList<SizedModel> Models { get; init; }

    /// <summary>Gets the law of the values.</summary>
    public required LogLogFit Value { get; init; }

    /// <summary>Gets the law of random isotropic rows; null unless each model has a row of them above 0.</summary>
    public LogLogFit? Isotropic { get; private init; }

    /// <summary>Gets the law of value/isotropic rows, whose slope is what the dimension alone does not make; null where there is no law of isotropic rows.</summary>
    /// <remarks>What bends both from a straight line cancels, so its interval is the narrower one.</remarks>
    public LogLogFit? OverIsotropic { get; private init; }

    /// <summary>Gets the standard deviation that draws of isotropic rows give the slope of <see cref="OverIsotropic"/>; null unless that of each model is known.</summary>
    public double? IsotropicSlopeDeviation { get; private init; }

    /// <summary>Gets whether the slope of value/isotropic rows is outside what draws of isotropic rows make of it, three standard deviations; null where these are not known.</summary>
    public bool? ExceedsIsotropicDraws => OverIsotropic is not null && IsotropicSlopeDeviation is { } deviation ? Math.Abs(OverIsotropic.Slope) > Doubt * deviation : null;

    /// <summary>Gets whether the law differs from what the dimension alone makes: the interval of the slope of value/isotropic rows does not hold 0, and draws of isotropic rows do not make it.</summary>
    /// <remarks>Null without a law of isotropic rows.</remarks>
    public bool? DiffersFromIsotropic => OverIsotropic is null ? null : OverIsotropic.DiffersFrom(0) && ExceedsIsotropicDraws != false;

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
            Isotropic = FitOf(sizes, sorted, row => row.Isotropic),
            OverIsotropic = FitOf(sizes, sorted, row => row.Value / row.Isotropic),
            IsotropicSlopeDeviation = SlopeDeviation(sizes, sorted),
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

    // The slope is sum (x - mean x) ln y / Sxx, and the relative deviation of y is that of ln y.
    private static double? SlopeDeviation(double[] sizes, SizedModel[] models)
    {
        double[] logs = [.. sizes.Select(size => Math.Log(size))], relative = [.. models.Select(model => model.Row.IsotropicDeviation / model.Row.Isotropic).OfType<double>().Where(double.IsFinite)];
        if (relative.Length < models.Length) return null;
        var mean = logs.Average();
        return Math.Sqrt(logs.Zip(relative, (at, of) => (at - mean) * (at - mean) * of * of).Sum()) / logs.Sum(at => (at - mean) * (at - mean));
    }
}
