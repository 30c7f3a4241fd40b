using System.Globalization;
using Infoscope.Plugins.SoftEntropy.Rows;

namespace Infoscope.Plugins.SoftEntropy.Temperatures;

/// <summary>A softmax temperature and the rule that it came from.</summary>
internal readonly record struct Temperature(TemperatureRule Rule, double Value)
{
    private const string Allowed = "exact, bounds, leading-order, or a number above 0";

    /// <summary>Reads the text of the option; the value is 0 until it is resolved unless a number is given.</summary>
    /// <exception cref="OptionException">The text is neither a rule nor a number above 0 with a finite reciprocal.</exception>
    public static Temperature Parse(string text, string owner) => text switch
    {
        "exact" => new(TemperatureRule.Exact, 0),
        "bounds" => new(TemperatureRule.Bounds, 0),
        "leading-order" => new(TemperatureRule.LeadingOrder, 0),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 && double.IsFinite(number) && double.IsFinite(1 / number) =>
            new(TemperatureRule.Given, number),
        _ => throw new OptionException($"{owner}.temperature is '{text}'; allowed is {Allowed}."),
    };

    /// <summary>Gives the temperature for m anchors in as many dimensions as a subspace has features. Relative error below 1e-10 for <c>exact</c> and <c>bounds</c>.</summary>
    /// <exception cref="OptionException">The rule gives no temperature in so few dimensions.</exception>
    public Temperature Resolve(int anchors, FeatureSplit split, string owner)
    {
        if (Rule == TemperatureRule.Given) return this;
        var dimensions = split.Width;
        if (dimensions < 2)
            throw new OptionException($"{owner}.temperature is '{Name}', but the {split.Noun} have 1 feature, which normalisation turns into a sign; use 2 features or more, or give the temperature as a number.");
        if (Rule == TemperatureRule.Bounds && dimensions == 2)
            throw new OptionException($"{owner}.temperature is 'bounds', but the bound has no meaning for 2 features; use exact, leading-order or a number.");
        var target = Math.Log(anchors);
        return Rule switch
        {
            TemperatureRule.Exact => this with { Value = 1 / Solve(kappa => VonMisesFisher.Divergence(kappa, dimensions), target, dimensions) },
            TemperatureRule.Bounds => this with { Value = 1 / Solve(kappa => VonMisesFisher.DivergenceLowerBound(kappa, dimensions), target, dimensions) },
            _ => this with { Value = 1 / Math.Sqrt(2 * dimensions * target) },
        };
    }

    /// <summary>Writes the value with twelve digits and the rule, such as <c>0.0370494750218 (exact)</c>.</summary>
    public override string ToString() => $"{Value.ToString("g12", CultureInfo.InvariantCulture)} ({Name})";

    private string Name => Rule switch
    {
        TemperatureRule.Exact => "exact",
        TemperatureRule.Bounds => "bounds",
        TemperatureRule.LeadingOrder => "leading-order",
        _ => "given",
    };

    // Bisection of an increasing function over ln kappa: no bracket to fail, no derivative, and as many steps as a double has bits.
    private static double Solve(Func<double, double> divergence, double target, int dimensions)
    {
        // Both divergences lie below kappa^2/(2d), so the root lies above the leading-order rule.
        var low = 0.5 * Math.Log(2 * dimensions * target);
        var width = 0.5;
        while (divergence(Math.Exp(low + width)) < target) width *= 2;
        var high = low + width;
        if (width > 0.5) low += width / 2;
        while (true)
        {
            var middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) return Math.Exp(middle);
            if (divergence(Math.Exp(middle)) < target) low = middle;
            else high = middle;
        }
    }
}
