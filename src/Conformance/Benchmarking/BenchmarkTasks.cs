using Infoscope.Conformance.Truths;

namespace Infoscope.Conformance.Benchmarking;

/// <summary>The tasks that a benchmark runs unless others are named: few, and each telling something that the others do not.</summary>
public static class BenchmarkTasks
{
    private static readonly string[] DefaultIds =
    [
        // Where the answer is textbook; more labels, then the same under noise in 60 more dimensions.
        "two-gaussians-delta-2", "simplex-k4-a2", "simplex-k4-a2+noise60",
        // What linear probes miss, what lies in the angle alone, and what lies in the norm alone.
        "xor-a1.5", "antipodal-d16-kappa-5", "radial-d8-delta-2",
        // Atoms, symbols, a truth at its ceiling, and a truth of zero.
        "rectified-gaussians-delta-2", "symmetric-channel-k4-error-0.3", "cubes-k4-d3", "independent-k4-d16",
        // Pairs: textbook, a truth of zero, and more than a few thousand rows can show.
        "gaussian-pair-0.75", "gaussian-pair-0", "strong-dependence-d4-noise-0.01",
        // Entropies of a density and of symbols.
        "entropy-gaussian-d5-rho-0.5", "symbols-zipf-m100-s-1",
    ];

    /// <summary>Gets the tasks.</summary>
    public static IReadOnlyList<KnownTask> Default { get; } =
        [.. DefaultIds.Select(id => KnownTasks.Find(id) ?? throw new InvalidOperationException($"the catalogue has no task {id}; name another in {nameof(BenchmarkTasks)}."))];
}
