using Infoscope.Conformance.Truths;
using Infoscope.Engine.Results;

namespace Infoscope.Conformance.Benchmarking;

/// <summary>Makes the lines of a benchmark of what came of its comparisons.</summary>
internal static class RowSummary
{
    // Of the verdicts these two are given to values above their null alone, where there is a null.
    private const string AboveNull = "above null", Saturated = "saturated";

    /// <summary>The distance from the ceiling, relative to it, at which a value is at it.</summary>
    private const double AtCeiling = 1e-9;

    /// <summary>Gives the lines of a pairing: quantity by quantity in the estimator's order, in each the numbers of rows in theirs.</summary>
    /// <param name="pairing">The estimator and the task.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="outcomes">What came of each seed, for each number of rows.</param>
    public static IEnumerable<BenchmarkRow> Of(BenchmarkPairing pairing, BenchmarkSettings settings, IReadOnlyList<JobOutcome[]> outcomes)
    {
        string[] found = [.. outcomes.SelectMany(seeds => seeds).SelectMany(one => one.Rows).Select(row => row.Quantity).Distinct()];
        foreach (var quantity in found.Length > 0 ? found : [pairing.Task.Quantity.Id])
        {
            for (var place = 0; place < settings.Rows.Count; place++) yield return Of(pairing, settings, quantity, settings.Rows[place], outcomes[place]);
        }
    }

    private static BenchmarkRow Of(BenchmarkPairing pairing, BenchmarkSettings settings, string quantity, int rows, JobOutcome[] outcomes)
    {
        var (estimator, task, truth) = (pairing.Estimator, pairing.Task, pairing.Task.Truth);
        (ResultRow? Row, string Failure)[] all = [.. outcomes.Select(one => Estimate(one, quantity))];
        ResultRow[] estimates = [.. all.Where(one => one.Row is not null).Select(one => one.Row!)];
        return Measured(estimates, truth, new BenchmarkRow
        {
            Estimator = estimator.Id,
            Version = estimator.Version,
            Options = OptionWords.Of(estimator),
            Variant = pairing.Variant,
            Task = task.Id,
            Role = task.Role,
            Quantity = quantity,
            Rows = rows,
            Features = task.Features,
            Labels = task.Kind == TaskKind.Labels ? task.LabelCount : null,
            Seeds = settings.Seeds,
            FirstSeed = settings.Seed,
            Permutations = settings.Nulls,
            Truth = truth.Value.Nats,
            TruthError = truth.Error.Nats,
            TruthSource = truth.Source,
            Failures = all.Length - estimates.Length,
            Failure = all.Select(one => one.Failure).FirstOrDefault(failure => failure.Length > 0) ?? "",
        });
    }

    private static (ResultRow? Row, string Failure) Estimate(JobOutcome outcome, string quantity)
    {
        if (outcome.Failure.Length > 0) return (null, outcome.Failure);
        var row = outcome.Rows.FirstOrDefault(one => one.Quantity == quantity);
        if (row is null) return (null, $"no estimate of {quantity} was given");
        return double.IsFinite(row.Value) ? (row, "") : (null, "the estimate is not finite");
    }

    private static BenchmarkRow Measured(ResultRow[] estimates, Truth truth, BenchmarkRow row)
    {
        if (estimates.Length == 0) return row;
        var mean = estimates.Average(one => one.Value);
        double? spread = estimates.Length < 2 ? null : Math.Sqrt(estimates.Sum(one => (one.Value - mean) * (one.Value - mean)) / (estimates.Length - 1));
        (double Value, double? StandardError)[] intervals = [.. estimates.Select(one => (one.Value, one.StandardError))];
        return row with
        {
            Mean = mean,
            Bias = mean - row.Truth,
            BiasStandardError = spread is { } sd ? double.Hypot(sd / Math.Sqrt(estimates.Length), row.TruthError) : null,
            StandardDeviation = spread,
            RootMeanSquareError = Math.Sqrt(estimates.Average(one => (one.Value - row.Truth) * (one.Value - row.Truth))),
            MeanStandardError = estimates.Average(one => one.StandardError),
            CoverageOfTruth = Coverage.OfTruth(intervals, truth.Value.Nats, truth.Error.Nats),
            CoverageOfMean = Coverage.OfMean(intervals),
            NullMean = estimates.Average(one => one.NullMean),
            AboveNull = Share(estimates, one => one is { NullMean: not null, Verdict.Length: > 0 }, one => one.Verdict is AboveNull or Saturated),
            Ceiling = estimates.Average(one => one.Ceiling),
            CeilingHit = Share(estimates, one => one.Ceiling is not null, one => one.Verdict == Saturated || one.Value >= one.Ceiling - (AtCeiling * Math.Abs(one.Ceiling!.Value))),
            Seconds = Median(estimates.Select(one => one.Seconds)),
        };
    }

    private static double? Share(ResultRow[] rows, Func<ResultRow, bool> counts, Func<ResultRow, bool> holds) =>
        rows.Any(counts) ? rows.Where(counts).Average(row => holds(row) ? 1.0 : 0) : null;

    /// <summary>Gives the median of at least one number.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
