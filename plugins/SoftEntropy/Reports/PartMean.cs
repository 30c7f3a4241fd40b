using Infoscope.Plugins.SoftEntropy.Sums;

namespace Infoscope.Plugins.SoftEntropy.Reports;

/// <summary>A number averaged over subspaces with equal weight and then over draws, with what the draws differ by.</summary>
internal readonly record struct PartMean
{
    /// <summary>Gets the mean.</summary>
    public double Value { get; private init; }

    /// <summary>Gets the number of draws; null for one.</summary>
    public int? Draws { get; private init; }

    /// <summary>Gets the standard deviation over draws with n-1; null for one draw.</summary>
    public double? DrawStandardDeviation { get; private init; }

    /// <summary>Averages the number that each part gives.</summary>
    public static PartMean Of(AssignmentLayout layout, Func<int, double> numberOfPart)
    {
        var draws = new double[layout.Draws];
        for (var part = 0; part < layout.Parts; part++)
        {
            // A first term alone keeps its bits, the sign of a zero among them.
            var draw = part / layout.Subspaces;
            draws[draw] = part % layout.Subspaces == 0 ? numberOfPart(part) : draws[draw] + numberOfPart(part);
        }

        for (var draw = 0; draw < draws.Length; draw++) draws[draw] /= layout.Subspaces;
        if (draws.Length == 1) return new() { Value = draws[0] };
        var mean = draws.Average();
        return new()
        {
            Value = mean,
            Draws = draws.Length,
            DrawStandardDeviation = Math.Sqrt(draws.Sum(value => (value - mean) * (value - mean)) / (draws.Length - 1)),
        };
    }
}
