using System.Globalization;

namespace Infoscope.Plugins.DiffusionSpectral.Reports;

/// <summary>Says when an entropy speaks of the number of rows, or of nothing, rather than of their shape.</summary>
internal static class EntropyNotes
{
    // The share of the range from which on the rest says little; the verdict on ceilings uses the same.
    private const double Near = 0.99;

    /// <summary>Gives the notes on an entropy of rows, or of their bracket.</summary>
    public static IReadOnlyList<string> Of(PointEntropy entropy, int points, IPointEntropy of)
    {
        var (low, high) = of.RangeNats(points);
        // One point has no other entropy.
        if (low == high) return [];
        var share = (entropy.Nats - low) / (high - low);
        if (share >= Near) return [$"at the upper end of its range, {Percent(share)} of the way through it: of {points} rows, at this resolution, {of.UpperEnd}"];
        if (share <= 1 - Near) return [$"at the lower end of its range, {Percent(share)} of the way through it: of {points} rows, at this resolution, {of.LowerEnd}"];
        return of.BracketEnd is { } bracket && entropy.FloorNats is { } floor && IsAtBracket(entropy, floor) ? [bracket] : [];
    }

    private static bool IsAtBracket(PointEntropy entropy, double floor) =>
        entropy.Nats >= Near * entropy.CeilingNats || entropy.Nats <= floor + ((1 - Near) * entropy.CeilingNats);

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
