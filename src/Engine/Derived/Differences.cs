using Infoscope.Engine.Calibration;
using Infoscope.Engine.Results;

namespace Infoscope.Engine.Derived;

/// <summary>Differences of each checkpoint, or each layer, and the one before it.</summary>
/// <param name="axes">Along which axes differences are taken.</param>
/// <remarks>Where both were estimated on the same rows, folds and permutations are paired, so what the two have in common cancels in the error and in the null.</remarks>
public sealed class Differences(IReadOnlyCollection<DifferenceAxis> axes)
{
    private readonly Dictionary<(DifferenceAxis Axis, string Set, string Held), IReadOnlyList<ResultRow>> before = [];

    /// <summary>Takes the rows of the next activation set, in the order of the comparison, and gives its differences.</summary>
    public IReadOnlyList<ResultRow> Next(IReadOnlyList<ResultRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var differences = new List<ResultRow>();
        foreach (var axis in axes)
        {
            foreach (var group in rows.Where(row => row.IsWhole).GroupBy(row => (axis, row.Set, axis == DifferenceAxis.Steps ? row.Layer : row.Step)))
            {
                if (before.TryGetValue(group.Key, out var earlier)) differences.AddRange(Between([.. group], earlier, axis));
                before[group.Key] = [.. group];
            }
        }

        return differences;
    }

    private static IEnumerable<ResultRow> Between(ResultRow[] later, IReadOnlyList<ResultRow> earlier, DifferenceAxis axis)
    {
        foreach (var row in later)
        {
            var other = earlier.FirstOrDefault(one => one.Estimator == row.Estimator && one.Quantity == row.Quantity && one.LabelSet == row.LabelSet && one.Unit == row.Unit);
            if (other is not null) yield return Of(row, other, axis);
        }
    }

    private static ResultRow Of(ResultRow row, ResultRow other, DifferenceAxis axis)
    {
        var paired = row.RowsUsed + row.RowsDropped == other.RowsUsed + other.RowsDropped;
        var (own, its) = paired ? (row.Number, other.Number) : (Alone(row.Number), Alone(other.Number));
        var number = Measurement.Derive(parts => parts[0] - parts[1], own, its);
        if (!paired) number = number with { StatedError = row.StandardError is { } a && other.StandardError is { } b ? double.Hypot(a, b) : null };
        var difference = row.Derived(row.Quantity + ResultRow.DifferenceSuffix, axis == DifferenceAxis.Steps ? $"step {other.Step}" : other.Layer, number);
        return difference with
        {
            RowsUsed = Math.Min(row.RowsUsed, other.RowsUsed),
            RowsDropped = Math.Max(row.RowsDropped, other.RowsDropped),
            Verdict = Verdicts.OfDifference(number, difference.NullMean, difference.NullSd),
            Notes = [.. Remarks(row, other, number, paired)],
        };
    }

    private static IEnumerable<string> Remarks(ResultRow row, ResultRow other, Measurement number, bool paired)
    {
        if (paired && row.RowsUsed != other.RowsUsed) yield return $"the two rest on {row.RowsUsed} and {other.RowsUsed} rows of the same {row.RowsUsed + row.RowsDropped}";
        if (!paired) yield return "the two rest on different rows, so their errors are added as independent";
        if (number.StandardError is null) yield return "no standard error: one of the two has none";
    }

    private static Measurement Alone(Measurement number) => number with { LeftOut = [], Nulls = [], StatedError = number.StandardError };
}
