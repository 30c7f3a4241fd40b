using Infoscope.Engine.Labels;

namespace Infoscope.Engine.Feeding;

/// <summary>One estimator on one activation set: its estimations, and what becomes of them when all rows are fed.</summary>
internal sealed class EstimatorRun(
    EstimatorEntry entry, InputRequirements requirements, Precision precision, LabelTable labels, Func<IReadOnlyList<LabelSetInfo>, EstimationContext> contextOf)
{
    private readonly List<RunningEstimation> parts = [];
    private bool mergeable;

    /// <summary>Gets the estimator.</summary>
    public EstimatorEntry Entry => entry;

    /// <summary>Gets what it needs.</summary>
    public InputRequirements Requirements => requirements;

    /// <summary>Gets the precision it is fed in.</summary>
    public Precision Precision => precision;

    /// <summary>Gets whether it is fed by folds.</summary>
    public bool IsFolded => mergeable && requirements.Access != RowAccess.AllRows;

    /// <summary>Gets or sets the feed whose worker completes the run.</summary>
    public int HomeFeed { get; set; }

    /// <summary>Gets the estimates from all rows; null after a failure.</summary>
    public EstimateSet? Estimates { get; private set; }

    /// <summary>Gets the estimates with one fold left out each; empty when the estimator does not merge or fewer than 2 folds have rows.</summary>
    public IReadOnlyList<EstimateSet?> LeftOut { get; private set; } = [];

    /// <summary>Gets why there are no estimates with some fold left out.</summary>
    public string? LeftOutFailure { get; private set; }

    /// <summary>Gets why there are no estimates.</summary>
    public string? Failure { get; private set; }

    /// <summary>Gets the seconds of work, summed over threads.</summary>
    public double Seconds { get; private set; }

    /// <summary>Begins an estimation that is fed nothing, to learn whether it merges.</summary>
    public void Probe()
    {
        var context = contextOf(labels.Real);
        try
        {
            mergeable = Beginning.TryMergeable(entry, context);
        }
        catch (Exception failure) when (!Failures.IsCancellation(failure, context))
        {
            Failure = Failures.Describe(failure);
        }
    }

    /// <summary>Begins one more part, to be fed with a fold or with everything.</summary>
    public RunningEstimation AddPart()
    {
        var part = Begin(labels.All);
        parts.Add(part);
        return part;
    }

    /// <summary>Merges the parts in fold order and completes; called on one worker after the last row.</summary>
    public void Complete()
    {
        if (!IsFolded)
        {
            (Estimates, Failure, Seconds) = (parts[0].Complete(), parts[0].Failure, parts[0].Seconds);
            return;
        }

        Seconds = parts.Sum(part => part.Seconds);
        var filled = parts.Where(part => part.Rows > 0).ToArray();
        (Estimates, Failure) = Merged(filled, labels.All);
        if (Failure is not null || filled.Length < 2) return;
        var leftOut = filled.Select(left => Merged(filled.Where(part => part != left), labels.Real)).ToArray();
        LeftOut = [.. leftOut.Select(one => one.Estimates)];
        LeftOutFailure = leftOut.Select(one => one.Failure).FirstOrDefault(failure => failure is not null);
    }

    private RunningEstimation Begin(IReadOnlyList<LabelSetInfo> labelSets) => new(contextOf(labelSets), entry);

    private (EstimateSet? Estimates, string? Failure) Merged(IEnumerable<RunningEstimation> some, IReadOnlyList<LabelSetInfo> labelSets)
    {
        using var whole = Begin(labelSets);
        foreach (var part in some) whole.Merge(part);
        var estimates = whole.Complete();
        Seconds += whole.Seconds;
        return (estimates, whole.Failure);
    }
}
