namespace Infoscope.Conformance;

/// <summary>A law that a change of the input changes no estimate.</summary>
internal abstract class InvarianceLaw : LawProperty
{
    /// <inheritdoc/>
    public override bool IsEquation => true;

    /// <summary>Gets whether estimates per label are compared as well.</summary>
    protected virtual bool ComparesItems => true;

    /// <summary>Changes the input; null when the sample leaves nothing to change.</summary>
    protected abstract TrialInput? Change(TrialInput input, Experiment experiment);

    /// <inheritdoc/>
    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var input = experiment.Input with { Items = ComparesItems };
        if (Change(input, experiment) is not { } changed) return [];
        return Same(experiment.Run(input), "before", experiment.Run(changed), "after");
    }

    /// <summary>Compares the estimates of two results by quantity, label set, item and what they are against, but for those without a label set that are against something, such as a random set.</summary>
    public static IEnumerable<Deviation> Same(Estimates left, string leftName, Estimates right, string rightName)
    {
        foreach (var estimate in left.All.Where(IsCompared))
            yield return Deviation.Equal(estimate.Quantity.Id, estimate.Value.Number, $"{Estimates.NameOf(estimate)} {leftName}", LikeIn(right, estimate)?.Value.Number ?? double.NaN, rightName);
        foreach (var estimate in right.All.Where(estimate => IsCompared(estimate) && LikeIn(left, estimate) is null))
            yield return Deviation.Equal(estimate.Quantity.Id, double.NaN, $"{Estimates.NameOf(estimate)} {leftName}", estimate.Value.Number, rightName);
    }

    private static bool IsCompared(Estimate estimate) => estimate.Against.Length == 0 || estimate.LabelSet.Length > 0;

    private static Estimate? LikeIn(Estimates other, Estimate estimate) => other.Find(estimate.Quantity.Id, estimate.LabelSet, estimate.Item, estimate.Against);
}
