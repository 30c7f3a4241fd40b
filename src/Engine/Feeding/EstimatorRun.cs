using Infoscope.Engine.Labels;

namespace Infoscope.Engine.Feeding;

/// <summary>One estimator on one activation set: its estimations of each pass, and what becomes of them when all rows are fed.</summary>
internal sealed class EstimatorRun(int ordinal, EstimatorEntry entry, InputRequirements requirements, Precision precision, ContextFactory contexts, int rowFactor = 1)
{
    private readonly List<RunPart> parts = [];
    private bool mergeable;

    /// <summary>Gets the place among the runs of the activation set.</summary>
    public int Ordinal => ordinal;

    /// <summary>Gets the estimator.</summary>
    public EstimatorEntry Entry => entry;

    /// <summary>Gets what it needs.</summary>
    public InputRequirements Requirements => requirements;

    /// <summary>Gets the precision it is fed in.</summary>
    public Precision Precision => precision;

    /// <summary>Gets whether it is fed by folds.</summary>
    public bool IsFolded => mergeable && requirements.Access != RowAccess.AllRows;

    /// <summary>Gets whether the rows are multiplied by a factor to see what becomes of the values; it is fed no permuted labels.</summary>
    public bool IsProbe => rowFactor != 1;

    /// <summary>Gets the factor by which rows are multiplied.</summary>
    public int RowFactor => rowFactor;

    /// <summary>Gets or sets the feed whose worker completes the run.</summary>
    public int HomeFeed { get; set; }

    /// <summary>Gets the estimations of the pass that runs.</summary>
    public IReadOnlyList<RunPart> Parts => parts;

    /// <summary>Gets the estimates from all rows, those of later passes behind; null before the first pass is complete, and after a failure.</summary>
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
        var context = contexts.Of(entry, requirements, precision, contexts.RealLabels);
        try
        {
            mergeable = Beginning.TryMergeable(entry, context);
        }
        catch (Exception failure) when (!Failures.IsCancellation(failure, context))
        {
            Failure = Failures.Describe(failure);
        }
    }

    /// <summary>Gets whether permuted label sets are for it.</summary>
    public bool TakesNulls => !IsProbe && requirements.Labels != InputNeed.None;

    /// <summary>Gives how many label sets of a pass it looks at, the first ones: real label sets stand before permuted ones.</summary>
    public int LabelSetsOf(LabelPass pass) => TakesNulls ? pass.All.Count : requirements.Labels == InputNeed.None ? 0 : contexts.RealLabels.Count;

    /// <summary>Gives about how many bytes one permutation of a label set takes: the state of each label that a fold can hold, twice that of the merged whole, once to hold and
    /// once to complete it, and the labels where all rows are held.</summary>
    public long BytesOfNull(LabelFacts labels, long rows, int features)
    {
        if (!TakesNulls) return 0;
        var folds = IsFolded ? ComparisonSettings.Folds : 1;
        var whole = Math.Min(labels.Observed, labels.Rows);
        var held = IsFolded ? folds * Math.Min(whole, (labels.Rows / folds) + 1) : 0;
        var bytesPerLabel = requirements.BytesPerLabel + (features * requirements.BytesPerLabelAndFeature);
        return ((held + (2 * whole)) * bytesPerLabel) + (requirements.Access == RowAccess.AllRows ? rows * sizeof(int) : 0) + (labels.NullWithin.Length > 0 ? labels.Rows * sizeof(int) : 0);
    }

    /// <summary>Forgets the estimations of the pass before.</summary>
    public void NextPass() => parts.Clear();

    /// <summary>Begins one more part, to be fed with a fold or, as fold -1, with everything.</summary>
    public RunningEstimation AddPart(int fold, LabelPass pass)
    {
        var part = new RunPart(fold, Begin(pass.All));
        parts.Add(part);
        return part.Estimation;
    }

    /// <summary>Takes a part up again from a saved state.</summary>
    /// <exception cref="InvalidDataException">It is the state of something else.</exception>
    public void RestorePart(int fold, LabelPass pass, long rows, double seconds, Stream from)
    {
        mergeable = fold >= 0;
        var part = Begin(pass.All);
        parts.Add(new RunPart(fold, part));
        part.Restore(rows, seconds, from);
    }

    /// <summary>Ends the run; it has no estimates then.</summary>
    public void Fail(string reason)
    {
        Failure ??= reason;
        Estimates = null;
    }

    /// <summary>Takes finished estimates, such as those of a saved state.</summary>
    public void Finish(EstimateSet estimates, double seconds)
    {
        Estimates = estimates;
        Seconds = seconds;
    }

    /// <summary>Merges the parts in fold order and completes; called on one worker after the last row of a pass.</summary>
    public void Complete(LabelPass pass)
    {
        if (Failure is not null) return;
        if (!IsFolded)
        {
            var whole = parts[0].Estimation;
            Take(whole.Complete(), whole.Failure, pass);
            Seconds += whole.Seconds;
            return;
        }

        Seconds += parts.Sum(part => part.Estimation.Seconds);
        var filled = parts.OrderBy(part => part.Fold).Select(part => part.Estimation).Where(part => part.Rows > 0).ToArray();
        var (estimates, failure) = Merged(filled, pass.All);
        Take(estimates, failure, pass);
        if (Failure is not null || filled.Length < 2 || !pass.HasReal || IsProbe) return;
        var leftOut = filled.Select(left => Merged(filled.Where(part => part != left), contexts.RealLabels)).ToArray();
        LeftOut = [.. leftOut.Select(one => one.Estimates)];
        LeftOutFailure = leftOut.Select(one => one.Failure).FirstOrDefault(reason => reason is not null);
    }

    private RunningEstimation Begin(IReadOnlyList<LabelSetInfo> labelSets) => new(contexts.Of(entry, requirements, precision, IsProbe ? contexts.RealLabels : labelSets), entry);

    // What a later pass says of the rows themselves is known from the first.
    private void Take(EstimateSet? estimates, string? failure, LabelPass pass)
    {
        Failure = failure;
        if (failure is not null) Estimates = null;
        else if (pass.HasReal) Estimates = pass.KeepsNulls ? estimates : WithoutNulls(estimates!, pass);
        else Estimates = Estimates! with { Estimates = [.. Estimates.Estimates, .. estimates!.Estimates.Where(estimate => estimate.LabelSet.Length > 0)] };
    }

    private static EstimateSet WithoutNulls(EstimateSet estimates, LabelPass pass)
    {
        var names = pass.Nulls.Select(info => info.Name).ToHashSet();
        return estimates with { Estimates = [.. estimates.Estimates.Where(estimate => !names.Contains(estimate.LabelSet))] };
    }

    private (EstimateSet? Estimates, string? Failure) Merged(IEnumerable<RunningEstimation> some, IReadOnlyList<LabelSetInfo> labelSets)
    {
        using var whole = Begin(labelSets);
        foreach (var part in some) whole.Merge(part);
        var estimates = whole.Complete();
        Seconds += whole.Seconds;
        return (estimates, whole.Failure);
    }
}
