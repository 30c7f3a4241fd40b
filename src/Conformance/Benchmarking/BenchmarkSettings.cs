using Infoscope.Compute;
using Infoscope.Engine;

namespace Infoscope.Conformance.Benchmarking;

/// <summary>How a benchmark is run; apart from <see cref="Threads"/> part of its result.</summary>
public sealed record BenchmarkSettings
{
    /// <summary>The most seeds of a benchmark.</summary>
    public const int MostSeeds = 100_000;

    private static readonly CpuComputeProvider Cpu = new();

    /// <summary>Gets the numbers of rows that are drawn, each at least 2; 250, 1000 and 4000 by default.</summary>
    public IReadOnlyList<int> Rows { get; init; } = [250, 1000];

    /// <summary>Gets the number of draws of each task at each number of rows, at least 1; 10 by default.</summary>
    public int Seeds { get; init; } = 10;

    /// <summary>Gets the first seed; draw k of a task, and the comparison on it, have this seed plus k.</summary>
    public ulong Seed { get; init; }

    /// <summary>Gets the number of permutations of the labels in each comparison; 20 by default, as in a comparison.</summary>
    public int Nulls { get; init; } = 20;

    /// <summary>Gets the number of comparisons that run at the same time, at least 1; all processors by default.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Gets the provider of the device that computes; the processor by default.</summary>
    public IComputeProvider Provider { get; init; } = Cpu;

    /// <summary>Gets the device that computes.</summary>
    public ComputeDevice Device { get; init; } = Cpu.Probe()[0];

    /// <summary>Refuses numbers that no benchmark can have.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is one.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfZero(Rows.Count, nameof(Rows));
        foreach (var rows in Rows) ArgumentOutOfRangeException.ThrowIfLessThan(rows, 2, nameof(Rows));
        ArgumentOutOfRangeException.ThrowIfNotEqual(Rows.Distinct().Count(), Rows.Count, nameof(Rows));
        ArgumentOutOfRangeException.ThrowIfLessThan(Seeds, 1, nameof(Seeds));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Seeds, MostSeeds, nameof(Seeds));
        ArgumentOutOfRangeException.ThrowIfNegative(Nulls, nameof(Nulls));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Nulls, ComparisonSettings.MostNulls, nameof(Nulls));
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1, nameof(Threads));
    }
}
