namespace Infoscope.Engine.States;

/// <summary>One estimator on one activation set.</summary>
internal sealed record SavedRun
{
    /// <summary>Gets the place of the estimator among those of the comparison.</summary>
    public required int Estimator { get; init; }

    public required bool IsProbe { get; init; }

    public required Precision Precision { get; init; }

    /// <summary>Gets why it failed.</summary>
    public string? Failure { get; init; }

    /// <summary>Gets the states of the folds; empty for what is not fed by folds.</summary>
    public IReadOnlyList<SavedPart> Parts { get; init; } = [];

    /// <summary>Gets the estimates of what is not fed by folds; null for the others, and in the parts of a comparison that did not run it.</summary>
    public EstimateSet? Finished { get; init; }

    public double Seconds { get; init; }
}
