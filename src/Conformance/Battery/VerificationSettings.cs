namespace Infoscope.Conformance;

/// <summary>How an estimator is verified; <see cref="Threads"/> changes no bit of a report.</summary>
public sealed record VerificationSettings
{
    /// <summary>The number of cases of a law unless something else is said.</summary>
    public const int DefaultCases = 200;

    /// <summary>Gets the seed of all generated cases.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Gets the number of cases of each law.</summary>
    public int Cases { get; init; } = DefaultCases;

    /// <summary>Gets the number of threads.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Gets the laws to test; empty is all.</summary>
    public IReadOnlyCollection<Law> Laws { get; init; } = [];

    /// <summary>Gets the one case to run again; null runs new ones.</summary>
    public CaseReplay? Replay { get; init; }

    /// <summary>Gets the failures that are expected.</summary>
    public IReadOnlyList<ExpectedFailure> ExpectedFailures { get; init; } = [];

    /// <summary>Gets cases that are tried first.</summary>
    public IReadOnlyList<SavedCase> SavedCases { get; init; } = [];
}
