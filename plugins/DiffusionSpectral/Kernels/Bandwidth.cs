using System.Globalization;
using Infoscope.Compute;

namespace Infoscope.Plugins.DiffusionSpectral.Kernels;

/// <summary>The bandwidth of the Gaussian kernel as a user asks for it.</summary>
internal readonly record struct Bandwidth
{
    /// <summary>What the text of the option may be.</summary>
    public const string Allowed = "a number above 0 (10 is the published default) | sqrt-features | median | median/C with a number C above 0 (median/4 does not move with scale)";

    private const string RootOfFeatures = "sqrt-features", Median = "median";

    /// <summary>Gets how it follows from the points.</summary>
    public BandwidthRule Rule { get; private init; }

    /// <summary>Gets the bandwidth that is given, or what the median is divided by.</summary>
    public double Number { get; private init; }

    /// <summary>Gets the text it was read from.</summary>
    public string Text { get; private init; }

    /// <summary>Reads the text of the option.</summary>
    /// <exception cref="OptionException">The text is not allowed.</exception>
    public static Bandwidth Parse(string text, string owner)
    {
        if (text == RootOfFeatures) return new() { Rule = BandwidthRule.RootOfFeatures, Number = 1, Text = text };
        if (text == Median) return new() { Rule = BandwidthRule.Median, Number = 1, Text = text };
        if (text.StartsWith(Median + "/", StringComparison.Ordinal) && IsUsable(text.AsSpan(Median.Length + 1), out var divisor))
            return new() { Rule = BandwidthRule.Median, Number = divisor, Text = text };
        if (IsUsable(text, out var number)) return new() { Rule = BandwidthRule.Given, Number = number, Text = text };
        throw new OptionException($"{owner}.bandwidth is '{text}'; allowed is {Allowed}.");
    }

    /// <summary>Gives the bandwidth in units of distance. Cost: that of <see cref="MedianDistance"/> for a rule of the median, else O(1).</summary>
    /// <exception cref="NumericalFailureException">The rule gives no number above 0 for these points.</exception>
    /// <exception cref="OperationCanceledException">The estimation was cancelled.</exception>
    public double Resolve(ComputeSession compute, Points points, CancellationToken cancellation)
    {
        if (Rule == BandwidthRule.Given) return Number;
        if (Rule == BandwidthRule.RootOfFeatures) return Math.Sqrt(points.Features);
        if (points.Count < 2)
            throw new NumericalFailureException($"bandwidth '{Text}' needs a distance, and there is {points.Count} row; use 2 rows or more, or a number as bandwidth.");
        var median = MedianDistance.Of(compute, points, cancellation);
        if (median == 0)
            throw new NumericalFailureException($"bandwidth '{Text}' is 0, as the median distance of the {points.Count} rows is: more than half of the pairs of rows are equal; use a number as bandwidth.");
        var bandwidth = median / Number;
        return bandwidth > 0 && double.IsFinite(bandwidth)
            ? bandwidth
            : throw new NumericalFailureException($"bandwidth '{Text}' is {bandwidth.ToString(CultureInfo.InvariantCulture)} for these {points.Count} rows; it must be above 0 and finite: scale the rows, or use a number as bandwidth.");
    }

    private static bool IsUsable(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && number > 0 && double.IsFinite(number);
}
