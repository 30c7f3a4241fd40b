namespace Infoscope.Conformance.Benchmarking;

/// <summary>How one quantity of one estimator stands among all, over the tasks that it applied to.</summary>
public sealed record BenchmarkStanding
{
    /// <summary>Gets the id of the estimator.</summary>
    public required string Estimator { get; init; }

    /// <summary>Gets the options that were set.</summary>
    public required string Options { get; init; }

    /// <summary>Gets those of the options that set it apart from others with its id; empty where there is no other.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Gets the id of the quantity.</summary>
    public required string Quantity { get; init; }

    /// <summary>Gets the number of tasks that it applied to.</summary>
    public required int Tasks { get; init; }

    /// <summary>Gets the number of these on which there was another to be compared with.</summary>
    public required int Contests { get; init; }

    /// <summary>Gets the mean over contests of the share of the others that it beat, ties counting half: 1 is best on every task, 0 last on every task; null without contests.</summary>
    public double? Beaten { get; init; }

    /// <summary>Gets the median over tasks of the root mean square error at the largest number of rows; null when it gave nothing there on any task.</summary>
    public double? MedianError { get; init; }

    /// <summary>Gets the median over tasks of the median seconds at the largest number of rows.</summary>
    public double? MedianSeconds { get; init; }

    /// <summary>Gets the number of seeds without an estimate at the largest number of rows, over all tasks.</summary>
    public required int Failures { get; init; }
}
