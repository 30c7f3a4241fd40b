namespace Infoscope.Conformance;

/// <summary>A law about information, of labels or of a reference: about <c>mutual-information</c> and what begins with that name, unless a claim names another quantity.</summary>
internal abstract class InformationLaw : LawProperty
{
    /// <inheritdoc/>
    public override bool SpeaksOf(string quantity) => quantity == Quantities.MutualInformation.Id || quantity.StartsWith(Quantities.MutualInformation.Id + "-", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string? WhyNotApplicable(Subject subject, InputRequirements needs) => NeedsLabels && needs.Labels == InputNeed.None ? "it looks at no labels" : null;

    /// <summary>Gets whether the law speaks of labels, and not of a reference as well.</summary>
    protected virtual bool NeedsLabels => true;

    /// <summary>Gives the label set that the information is of; empty for an estimator of pairs that takes none.</summary>
    protected static string About(Experiment experiment) => experiment.Trial.Needs.Labels == InputNeed.None ? "" : Experiment.Fine;

    /// <summary>Gets the quantities of an estimator that the law may be about.</summary>
    protected IEnumerable<string> QuantitiesOf(Experiment experiment)
    {
        var table = new ClaimTable(experiment.Subject);
        return experiment.Subject.Quantities.Where(SpeaksOf).Union(table.QuantitiesNamed(Law));
    }
}
