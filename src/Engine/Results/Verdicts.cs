using Infoscope.Engine.Calibration;

namespace Infoscope.Engine.Results;

/// <summary>The closed table of verdicts: the first inequality that holds gives the word. docs/read-a-result.md is this table for readers.</summary>
internal static class Verdicts
{
    /// <summary>The verdict on a value that is more than is possible.</summary>
    public const string AboveCeiling = "above ceiling";

    /// <summary>The verdict on a value that can tell no more.</summary>
    public const string Saturated = "saturated";

    /// <summary>The verdict on a value that permutations do not move.</summary>
    public const string NullDoesNotMove = "null does not move";

    /// <summary>The share of the ceiling from which on a value is saturated.</summary>
    private const double Saturation = 0.99;

    // A spread of rounding alone.
    private const double Still = 1e-12;

    /// <summary>The verdict on a value that is NaN or infinite.</summary>
    public const string NotFinite = "not finite";

    private const string Differs = "differs";
    private const string WithinError = "within error";

    // Beyond the rounding of sums over rows, relative to the ceiling and to what it is computed from.
    private const double Rounding = 1e-9;

    private static readonly (string Word, Predicate<VerdictFacts> Holds)[] Table =
    [
        (NotFinite, facts => !double.IsFinite(facts.Value)),
        ("labels incomplete", facts => facts.HasLabels && 2 * facts.LabelledRows < facts.Rows),
        (AboveCeiling, facts => facts.Ceiling is { } ceiling && IsAbove(facts.Value, ceiling, facts.Size)),
        (NullDoesNotMove, facts => facts.IsAboveNull is not null && facts.NullSd <= Still * Math.Max(facts.Size, Math.Abs(facts.NullMean ?? 0))),
        ("inside null", facts => facts.IsAboveNull == false),
        ("too few rows per label", facts => facts.IsAboveNull == true && !facts.IsNullWithin && facts.RowsUsed < 2L * facts.Labels),
        ("unstable over draws", facts => facts.DrawSd is { } sd && 2 * sd > Math.Abs(facts.Value - (facts.NullMean ?? 0))),
        (Saturated, facts => facts.IsSaturable && facts.Ceiling is { } ceiling && IsAt(facts.Value, ceiling)),
        ("above null", facts => facts.IsAboveNull == true),
    ];

    /// <summary>Gets every verdict: those on values in their order, then those on differences.</summary>
    public static IEnumerable<string> Words => [.. Table.Select(line => line.Word), Differs, WithinError];

    /// <summary>Gives the verdict on a value; empty when nothing can be said.</summary>
    public static string Of(VerdictFacts facts) => Table.FirstOrDefault(line => line.Holds(facts)).Word ?? "";

    /// <summary>Gives the verdict on a difference, t(0.995, g-1) being Student's quantile for g folds; empty without a jackknife error.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="nullMean">What permuted labels give, which is bias; null without permutations.</param>
    /// <param name="nullSd">Its standard deviation.</param>
    public static string OfDifference(Measurement difference, double? nullMean, double? nullSd)
    {
        if (!double.IsFinite(difference.Value)) return NotFinite;
        if (difference.LeftOut.Length < 2 || difference.StandardError is not { } error) return "";
        var folds = difference.FoldShares.Length == 0 ? difference.LeftOut.Length : difference.FoldShares.Count(share => share > 0);
        return Math.Abs(difference.Value - (nullMean ?? 0)) > StudentT.Quantile(0.995, Math.Max(1, folds - 1)) * double.Hypot(error, nullSd ?? 0) ? Differs : WithinError;
    }

    /// <summary>Says how a value stands to its ceiling, whatever its null says: above it, saturated, or neither, which is empty.</summary>
    public static string OfCeiling(double value, double? ceiling)
    {
        if (ceiling is not { } most || !double.IsFinite(value)) return "";
        return IsAbove(value, most, size: 0) ? AboveCeiling : IsAt(value, most) ? Saturated : "";
    }

    /// <summary>Tells whether a quantity rises when the labels are known better.</summary>
    public static bool Rises(Quantity quantity) => (Quantities.Find(quantity.Id) ?? quantity).RisesWithInformation;

    /// <summary>Tells whether a quantity that comes close to its ceiling can tell no more.</summary>
    public static bool Saturates(Quantity quantity) => Rises(quantity) || quantity.Id == Quantities.Entropy.Id || quantity.Id == Quantities.Efficiency.Id;

    private static bool IsAbove(double value, double ceiling, double size) => value > ceiling + (Rounding * Math.Max(size, Math.Abs(ceiling)));

    private static bool IsAt(double value, double ceiling) => ceiling > 0 && value >= Saturation * ceiling;
}
