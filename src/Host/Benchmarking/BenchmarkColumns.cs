using Infoscope.Conformance.Benchmarking;
using Infoscope.Conformance.Truths;

namespace Infoscope.Host.Benchmarking;

/// <summary>The columns of a benchmark and of its tasks in their order, for CSV and JSON Lines alike.</summary>
internal static class BenchmarkColumns
{
    private static readonly HashSet<KnownTask> Default = [.. BenchmarkTasks.Default];

    /// <summary>Gets the columns of a line of the result.</summary>
    public static IReadOnlyList<(string Name, Func<BenchmarkRow, object?> Value)> Rows { get; } =
    [
        ("estimator", row => row.Estimator), ("version", row => row.Version), ("options", row => row.Options), ("variant", row => row.Variant),
        ("task", row => row.Task), ("role", row => WordOf(row.Role)), ("quantity", row => row.Quantity),
        ("n", row => row.Rows), ("features", row => row.Features), ("labels", row => row.Labels),
        ("seeds", row => row.Seeds), ("first_seed", row => row.FirstSeed), ("permutations", row => row.Permutations),
        ("truth", row => row.Truth), ("truth_error", row => row.TruthError), ("truth_source", row => WordOf(row.TruthSource)),
        ("mean", row => row.Mean), ("bias", row => row.Bias), ("bias_se", row => row.BiasStandardError),
        ("sd", row => row.StandardDeviation), ("rmse", row => row.RootMeanSquareError), ("mean_standard_error", row => row.MeanStandardError),
        ("coverage_truth", row => row.CoverageOfTruth), ("coverage_mean", row => row.CoverageOfMean),
        ("null_mean", row => row.NullMean), ("above_null", row => row.AboveNull),
        ("ceiling", row => row.Ceiling), ("ceiling_hit", row => row.CeilingHit),
        ("failures", row => row.Failures), ("failure", row => row.Failure), ("seconds", row => row.Seconds),
    ];

    /// <summary>Gets the columns of a task.</summary>
    public static IReadOnlyList<(string Name, Func<KnownTask, object?> Value)> Tasks { get; } =
    [
        ("task", task => task.Id), ("default", task => Default.Contains(task) ? "yes" : "no"), ("role", task => WordOf(task.Role)), ("quantity", task => task.Quantity.Id),
        ("truth", task => task.Truth.Value.Nats), ("truth_error", task => task.Truth.Error.Nats), ("truth_source", task => WordOf(task.Truth.Source)),
        ("features", task => task.Features), ("reference_features", task => task.Kind == TaskKind.Pair ? task.ReferenceFeatures : null),
        ("labels", task => task.Kind == TaskKind.Labels ? task.LabelCount : null),
        ("summary", task => task.Summary), ("remark", task => task.Remark), ("derivation", task => task.Truth.Derivation),
    ];

    /// <summary>Names how a truth was computed.</summary>
    public static string WordOf(TruthSource source) => source switch
    {
        TruthSource.ClosedForm => "closed form",
        TruthSource.Quadrature => "quadrature",
        _ => "Monte Carlo",
    };

    private static string WordOf(TaskRole role) => role switch
    {
        TaskRole.Null => "null",
        TaskRole.Ceiling => "ceiling",
        _ => "measure",
    };
}
