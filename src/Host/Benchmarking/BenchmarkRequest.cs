namespace Infoscope.Host.Benchmarking;

/// <summary>What a benchmark is asked to do; null is not said.</summary>
internal sealed record BenchmarkRequest
{
    public IReadOnlyList<string>? Estimators { get; init; }

    public IReadOnlyList<string>? Tasks { get; init; }

    public IReadOnlyList<string>? Rows { get; init; }

    public int? Seeds { get; init; }

    public ulong? Seed { get; init; }

    public int? Null { get; init; }

    public IReadOnlyList<string>? Set { get; init; }

    public IReadOnlyList<string>? Vary { get; init; }

    public required string Format { get; init; }

    public string? Out { get; init; }

    public bool Overwrite { get; init; }

    public int? Threads { get; init; }

    public bool List { get; init; }

    public required IReadOnlyList<string> Plugin { get; init; }
}
