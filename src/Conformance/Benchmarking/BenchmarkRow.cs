using Infoscope.Conformance.Truths;

namespace Infoscope.Conformance.Benchmarking;

/// <summary>What one quantity of one estimator was on one task at one number of rows, over all seeds: one flat line of a benchmark.</summary>
/// <remarks>Information is in nats. Null is an empty cell: there is no such number. The numbers are over the seeds that gave a finite estimate.</remarks>
public sealed record BenchmarkRow
{
    /// <summary>Gets the id of the estimator.</summary>
    public required string Estimator { get; init; }

    /// <summary>Gets the version of the estimator's plugin.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the options that were set, as <c>option=value</c> with commas between, by name; empty where all are the defaults.</summary>
    public required string Options { get; init; }

    /// <summary>Gets those of the options that set this estimator apart from others with its id in the same benchmark, in the same form; empty where there is no other.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Gets the id of the task.</summary>
    public required string Task { get; init; }

    /// <summary>Gets what the task is there to show.</summary>
    public required TaskRole Role { get; init; }

    /// <summary>Gets the id of the quantity: that of the task, or a variant whose id begins with it.</summary>
    public required string Quantity { get; init; }

    /// <summary>Gets the number of rows of each draw.</summary>
    public required int Rows { get; init; }

    /// <summary>Gets the number of features of a row.</summary>
    public required int Features { get; init; }

    /// <summary>Gets the number of labels of the task; null for a task without labels.</summary>
    public int? Labels { get; init; }

    /// <summary>Gets the number of draws.</summary>
    public required int Seeds { get; init; }

    /// <summary>Gets the seed of the first draw; the others follow it one by one.</summary>
    public required ulong FirstSeed { get; init; }

    /// <summary>Gets the number of permutations in each comparison.</summary>
    public required int Permutations { get; init; }

    /// <summary>Gets the true value.</summary>
    public required double Truth { get; init; }

    /// <summary>Gets the error of the true value: zero for a closed form, a bound for a quadrature, one standard error for a Monte Carlo mean.</summary>
    public required double TruthError { get; init; }

    /// <summary>Gets how the true value was computed.</summary>
    public required TruthSource TruthSource { get; init; }

    /// <summary>Gets the mean of the estimates.</summary>
    public double? Mean { get; init; }

    /// <summary>Gets the mean less the true value.</summary>
    public double? Bias { get; init; }

    /// <summary>Gets the standard error of the bias, from the spread over seeds and the error of the true value; null below 2 estimates.</summary>
    public double? BiasStandardError { get; init; }

    /// <summary>Gets the standard deviation of the estimates with n-1; null below 2 estimates.</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>Gets the root of the mean squared distance from the true value.</summary>
    public double? RootMeanSquareError { get; init; }

    /// <summary>Gets the mean of the standard errors that came with the estimates; null when none did.</summary>
    public double? MeanStandardError { get; init; }

    /// <summary>Gets the share of estimates whose value +- 1.96 standard errors holds the true value; null without standard errors.</summary>
    public double? CoverageOfTruth { get; init; }

    /// <summary>Gets the share of estimates whose value +- 1.96 standard errors holds the estimator's own mean at this number of rows, corrected as <see cref="Coverage"/> says; null without standard errors or below 2 estimates.</summary>
    public double? CoverageOfMean { get; init; }

    /// <summary>Gets the mean over seeds of the mean under permuted labels; null without permutations.</summary>
    public double? NullMean { get; init; }

    /// <summary>Gets the share of verdicts that put the value above its null: <c>above null</c>, or <c>saturated</c>, which is given to such values alone; null where there is no verdict by a null.</summary>
    public double? AboveNull { get; init; }

    /// <summary>Gets the mean of the largest possible values; null when none is known.</summary>
    public double? Ceiling { get; init; }

    /// <summary>Gets the share of estimates at their ceiling: within 1e-9 of it, or with the verdict <c>saturated</c>; null when no ceiling is known.</summary>
    public double? CeilingHit { get; init; }

    /// <summary>Gets the number of seeds without a finite estimate.</summary>
    public required int Failures { get; init; }

    /// <summary>Gets the reason of the first failure; empty when there is none.</summary>
    public string Failure { get; init; } = "";

    /// <summary>Gets the median seconds of work of the estimator on one draw, permutations included; the only number that another run may change.</summary>
    public double? Seconds { get; init; }
}
