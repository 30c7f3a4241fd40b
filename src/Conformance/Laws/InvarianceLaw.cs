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

    /// <summary>Compares all estimates of two results by quantity, label set and item.</summary>
    public static IEnumerable<Deviation> Same(Estimates left, string leftName, Estimates right, string rightName)
    {
        foreach (var estimate in left.All.Where(estimate => estimate.Against.Length == 0))
            yield return Deviation.Equal(estimate.Quantity.Id, estimate.Value.Number, $"{Estimates.NameOf(estimate)} {leftName}", right.Number(estimate.Quantity.Id, estimate.LabelSet, estimate.Item) ?? double.NaN, rightName);
        foreach (var estimate in right.All.Where(estimate => estimate.Against.Length == 0 && left.Find(estimate.Quantity.Id, estimate.LabelSet, estimate.Item) is null))
            yield return Deviation.Equal(estimate.Quantity.Id, double.NaN, $"{Estimates.NameOf(estimate)} {leftName}", estimate.Value.Number, rightName);
    }
}
