using System.Globalization;
using Infoscope.Conformance.Benchmarking;
using Infoscope.Conformance.Truths;
using Spectre.Console;

namespace Infoscope.Host.Benchmarking;

/// <summary>A table for each task, its best line first, and the standings over all tasks below.</summary>
internal sealed class BenchmarkTable(IAnsiConsole console) : IBenchmarkReport
{
    private readonly List<BenchmarkRow> all = [];

    public void Add(KnownTask task, IReadOnlyList<BenchmarkRow> rows)
    {
        all.AddRange(rows);
        console.WriteLine($"{task.Id}: {TruthOf(task)}");
        console.WriteLine($"{task.Summary}{(task.Remark.Length > 0 ? " " : "")}{task.Remark}");
        PlainTable.Write(
            console,
            BenchmarkRanking.OfTask(rows),
            [
                ("estimator", false, row => NameOf(row.Estimator, row.Variant, row.Options, row.Quantity == task.Quantity.Id ? "" : row.Quantity)),
                ("n", true, row => row.Rows.ToString(CultureInfo.InvariantCulture)),
                ("mean", true, row => Number(row.Mean)),
                ("bias", true, row => row.Bias is null ? "" : Number(row.Bias) + (row.BiasStandardError is null ? "" : $" ± {Number(row.BiasStandardError)}")),
                ("sd", true, row => Number(row.StandardDeviation)),
                ("rmse", true, row => Number(row.RootMeanSquareError)),
                ("covers truth", true, row => Share(row.CoverageOfTruth)),
                ("own mean", true, row => Share(row.CoverageOfMean)),
                ("null", true, row => Number(row.NullMean)),
                ("above null", true, row => Share(row.AboveNull)),
                ("at ceiling", true, row => Share(row.CeilingHit)),
                ("failed", true, row => row.Failures == 0 ? "" : $"{row.Failures} of {row.Seeds}"),
                ("seconds", true, row => Seconds(row.Seconds)),
            ]);
        console.WriteLine();
    }

    public void End()
    {
        if (all.Count == 0) return;
        console.WriteLine($"over {all.Select(row => row.Task).Distinct().Count()} tasks, at n = {all.Max(row => row.Rows)}");
        var standings = BenchmarkRanking.Overall(all);
        PlainTable.Write(
            console,
            standings,
            [
                ("estimator", false, standing => NameOf(standing.Estimator, standing.Variant, standing.Options, standing.Quantity)),
                ("tasks", true, standing => standing.Tasks.ToString(CultureInfo.InvariantCulture)),
                ("beats", true, standing => standing.Beaten is { } share ? string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %") : ""),
                ("median rmse", true, standing => Number(standing.MedianError)),
                ("failed", true, standing => standing.Failures == 0 ? "" : standing.Failures.ToString(CultureInfo.InvariantCulture)),
                ("median seconds", true, standing => Seconds(standing.MedianSeconds)),
            ]);
        if (standings.Any(standing => standing.Beaten is not null)) console.WriteLine("beats: the share of the other lines of the same task with a larger rmse, averaged over tasks");
    }

    public void Dispose()
    {
    }

    private static string TruthOf(KnownTask task)
    {
        var symbol = task.Kind == TaskKind.Pair ? "I(X;Z)" : task.Quantity.Symbol;
        var error = task.Truth.Source == TruthSource.MonteCarlo ? $" ± {Number(task.Truth.Error.Nats)}" : "";
        return $"{symbol} = {Number(task.Truth.Value.Nats)}{error} nats ({BenchmarkColumns.WordOf(task.Truth.Source)})";
    }

    // What all lines of an estimator share tells none of them apart.
    private static string NameOf(string estimator, string variant, string options, string quantity) =>
        estimator + (variant.Length > 0 ? $" {variant}" : options.Length > 0 ? $" {options}" : "") + (quantity.Length == 0 ? "" : $" [{quantity}]");

    private static string Number(double? value) =>
        value?.ToString(Math.Abs(value.Value) is 0 or (>= 1e-4 and < 1e6) ? "0.0000" : "0.00e+0", CultureInfo.InvariantCulture) ?? "";

    private static string Share(double? share) => share?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private static string Seconds(double? seconds) => seconds?.ToString("0.000", CultureInfo.InvariantCulture) ?? "";
}
