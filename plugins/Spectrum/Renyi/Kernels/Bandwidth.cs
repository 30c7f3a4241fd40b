using System.Globalization;
using Infoscope.Compute;

namespace Infoscope.Plugins.Spectrum.Renyi.Kernels;

/// <summary>The bandwidth of the Gaussian kernel as a user asks for it.</summary>
internal sealed class Bandwidth
{
    /// <summary>What the text of the option may be.</summary>
    public const string Allowed = "median | median/C with a number C above 0 | sqrt-features | a number above 0";

    private const string Median = "median", RootOfFeatures = "sqrt-features";

    private readonly string text;
    private readonly double? given;
    private readonly double? divisor;

    private Bandwidth(string text, double? given, double? divisor)
    {
        this.text = text;
        this.given = given;
        this.divisor = divisor;
    }

    /// <summary>Gets whether it follows from the distances of the rows.</summary>
    public bool IsOfDistances => divisor is not null;

    /// <summary>Reads the text of the option.</summary>
    /// <exception cref="OptionException">The text is not allowed.</exception>
    public static Bandwidth Parse(string text, string owner)
    {
        if (text == Median) return new(text, null, 1);
        if (text == RootOfFeatures) return new(text, null, null);
        if (text.StartsWith(Median + "/", StringComparison.Ordinal) && IsUsable(text.AsSpan(Median.Length + 1), out var divisor)) return new(text, null, divisor);
        if (IsUsable(text, out var number)) return new(text, number, null);
        throw new OptionException($"{owner}.bandwidth is '{text}'; allowed is {Allowed}.");
    }

    /// <summary>Gives the bandwidth in units of distance. Cost: that of <see cref="MedianDistance"/> for a rule of the median, else O(1).</summary>
    /// <param name="compute">Where to compute.</param>
    /// <param name="values">The rows, row-major (count, features).</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="features">The number of features of a row.</param>
    /// <param name="noun">What the rows are called in a refusal.</param>
    /// <param name="cancellation">Looked at between blocks of rows.</param>
    /// <exception cref="NumericalFailureException">The rule gives no number above 0 for these rows.</exception>
    public double Resolve(ComputeSession compute, double[] values, int count, int features, string noun, CancellationToken cancellation)
    {
        if (divisor is not { } by) return given ?? Math.Sqrt(features);
        if (count < 2)
            throw new NumericalFailureException($"bandwidth '{text}' needs a distance, and there are {count} finite {noun}; use 2 or more, or a number as bandwidth.");
        var bandwidth = MedianDistance.Of(compute, values, count, features, cancellation) / by;
        if (bandwidth == 0)
            throw new NumericalFailureException($"bandwidth '{text}' is 0, as the median distance of the {count} {noun} is: more than half of the pairs are equal; use a number as bandwidth.");
        return double.IsFinite(bandwidth)
            ? bandwidth
            : throw new NumericalFailureException($"bandwidth '{text}' is {bandwidth.ToString(CultureInfo.InvariantCulture)} for these {count} {noun}; it must be finite: use another divisor, or a number as bandwidth.");
    }

    private static bool IsUsable(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && number > 0 && double.IsFinite(number);
}
