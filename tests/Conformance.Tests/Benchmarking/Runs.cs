using System.Reflection;
using Infoscope.Conformance.Benchmarking;
using Infoscope.Conformance.Truths;
using Infoscope.Engine;

namespace Infoscope.Conformance.Tests.Benchmarking;

/// <summary>Makes entries of estimators and runs benchmarks.</summary>
internal static class Runs
{
    public static EstimatorEntry Entry(IEstimator estimator)
    {
        var type = estimator.GetType();
        var id = type.GetCustomAttribute<EstimatorAttribute>()!.Id;
        return new EstimatorEntry
        {
            Id = id,
            Version = "1.2.3",
            Estimator = estimator,
            Options = OptionValues.None(id),
            Quantities = [.. type.GetCustomAttributes<EstimatesAttribute>().Select(estimates => estimates.Quantity)],
        };
    }

    public static KnownTask Task(string id) => KnownTasks.Find(id)!;

    /// <summary>Runs estimators on one task without permutations at one number of rows.</summary>
    public static IReadOnlyList<BenchmarkRow> Of(IEstimator estimator, string task, int rows, int seeds) =>
        new Benchmark([Entry(estimator)], [Task(task)], new BenchmarkSettings { Rows = [rows], Seeds = seeds, Nulls = 0 }).Run(CancellationToken.None);
}
