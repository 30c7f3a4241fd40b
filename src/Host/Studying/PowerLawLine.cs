using Infoscope.Engine.Studies;

namespace Infoscope.Host.Studying;

/// <summary>One fit of a power law: of the values, or of one of those it is held against.</summary>
internal sealed record PowerLawLine(PowerLaw Law, string Step, string Of, LogLogFit Fit)
{
    private const string Values = "value";

    /// <summary>Gets the columns of a line.</summary>
    public static IReadOnlyList<(string Name, Func<PowerLawLine, object?> Value)> Columns { get; } =
    [
        ("estimator", line => line.Row.Estimator), ("quantity", line => line.Row.Quantity), ("label_set", line => line.Row.LabelSet), ("step", line => line.Step),
        ("of", line => line.Of), ("models", line => line.Fit.Points), ("slope", line => line.Fit.Slope), ("standard_error", line => line.Fit.StandardError),
        ("low", line => line.Fit.Low), ("high", line => line.Fit.High), ("intercept", line => line.Fit.Intercept), ("r_squared", line => line.Fit.RSquared),
        ("differs_from_isotropic", line => line.OfValue(law => Word(law.DiffersFromIsotropic))),
        ("differs_from_ceiling", line => line.OfValue(law => Word(law.DiffersFromCeiling))), ("differs_from_null", line => line.OfValue(law => Word(law.DiffersFromNullMean))),
        ("offset", line => line.OfValue(law => law.Offset?.Offset)), ("offset_low", line => line.OfValue(law => law.Offset?.Low)), ("offset_high", line => line.OfValue(law => law.Offset?.High)),
        ("offset_slope", line => line.OfValue(law => law.Offset?.Exponent)), ("offset_factor", line => line.OfValue(law => law.Offset?.Scale)),
        ("offset_identified", line => line.OfValue(law => law.Offset is null ? null : law.Offset.IsWeaklyIdentified ? "weakly" : "yes")),
    ];

    private StudyRow Row => Law.Models[0].Row;

    /// <summary>Gives the lines of a law, that of the values first.</summary>
    public static IReadOnlyList<PowerLawLine> LinesOf(PowerLaw law, string step) =>
    [
        .. new (string Of, LogLogFit? Fit)[]
            {
                (Values, law.Value), (PowerLaw.IsotropicRows, law.Isotropic), ($"value / {PowerLaw.IsotropicRows}", law.OverIsotropic), ("ceiling", law.Ceiling),
                // Random rows do not follow it either, so beside them it would tell of a law where there is none.
                ("value / ceiling", law.Isotropic is null ? law.OverCeiling : null), ("null", law.NullMean),
            }
            .Where(one => one.Fit is not null)
            .Select(one => new PowerLawLine(law, step, one.Of, one.Fit!)),
    ];

    private static string? Word(bool? differs) => differs switch { true => "yes", false => "no", null => null };

    private object? OfValue(Func<PowerLaw, object?> what) => Of == Values ? what(Law) : null;
}
