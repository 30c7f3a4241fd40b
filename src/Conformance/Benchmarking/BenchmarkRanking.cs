namespace Infoscope.Conformance.Benchmarking;

/// <summary>Sorts what a benchmark gave by what a user should pick.</summary>
/// <remarks>
/// On one task: at the largest number of rows, fewer seeds without an estimate first, then the smaller root mean square error. Over tasks: the mean share of the others on the same task
/// that were beaten in this order, each task counting once. A share, unlike a mean rank, compares estimators that met different numbers of others, and unlike a mean error it is not
/// ruled by the task with the largest numbers. It says nothing of tasks that the estimator did not apply to, so the number of tasks stands beside it.
/// </remarks>
public static class BenchmarkRanking
{
    /// <summary>Sorts the lines of one task: those of one quantity of one estimator stay together, and ties go by seconds.</summary>
    public static IReadOnlyList<BenchmarkRow> OfTask(IEnumerable<BenchmarkRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return [.. rows.GroupBy(EntrantOf).OrderBy(Largest, Comparer<BenchmarkRow>.Create(Compare)).ThenBy(group => Largest(group).Seconds ?? double.PositiveInfinity).SelectMany(group => group)];
    }

    /// <summary>Gives the standings over all tasks, the best first; ties by median error, then by id.</summary>
    public static IReadOnlyList<BenchmarkStanding> Overall(IEnumerable<BenchmarkRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        BenchmarkRow[][] contests = [.. rows.GroupBy(row => row.Task).Select(task => task.GroupBy(EntrantOf).Select(Largest).ToArray())];
        return
        [
            .. contests.SelectMany(contest => contest.Select(row => (Row: row, Beaten: ShareBeaten(row, contest))))
                .GroupBy(one => EntrantOf(one.Row))
                .Select(entrant => new BenchmarkStanding
                {
                    Estimator = entrant.Key.Estimator,
                    Options = entrant.Key.Options,
                    Variant = entrant.First().Row.Variant,
                    Quantity = entrant.Key.Quantity,
                    Tasks = entrant.Count(),
                    Contests = entrant.Count(one => one.Beaten is not null),
                    Beaten = entrant.Average(one => one.Beaten),
                    MedianError = Median(entrant.Select(one => one.Row.RootMeanSquareError)),
                    MedianSeconds = Median(entrant.Select(one => one.Row.Seconds)),
                    Failures = entrant.Sum(one => one.Row.Failures),
                })
                .OrderByDescending(standing => standing.Beaten ?? -1).ThenBy(standing => standing.MedianError ?? double.PositiveInfinity)
                .ThenBy(standing => standing.Estimator, StringComparer.Ordinal).ThenBy(standing => standing.Quantity, StringComparer.Ordinal).ThenBy(standing => standing.Options, StringComparer.Ordinal),
        ];
    }

    private static (string Estimator, string Options, string Quantity) EntrantOf(BenchmarkRow row) => (row.Estimator, row.Options, row.Quantity);

    private static BenchmarkRow Largest(IEnumerable<BenchmarkRow> rows) => rows.MaxBy(row => row.Rows)!;

    private static int Compare(BenchmarkRow left, BenchmarkRow right)
    {
        var failures = left.Failures.CompareTo(right.Failures);
        return failures != 0 ? failures : (left.RootMeanSquareError ?? double.PositiveInfinity).CompareTo(right.RootMeanSquareError ?? double.PositiveInfinity);
    }

    private static double? ShareBeaten(BenchmarkRow row, BenchmarkRow[] contest) =>
        contest.Length < 2 ? null : contest.Where(other => !ReferenceEquals(other, row)).Average(other => Compare(row, other) switch { < 0 => 1.0, 0 => 0.5, _ => 0 });

    private static double? Median(IEnumerable<double?> values)
    {
        double[] known = [.. values.OfType<double>()];
        return known.Length == 0 ? null : RowSummary.Median(known);
    }
}
