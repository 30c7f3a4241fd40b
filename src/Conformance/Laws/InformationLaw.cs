namespace Infoscope.Conformance;

/// <summary>A law about the information of labels: about <c>mutual-information</c> and what begins with that name, unless a claim names another quantity.</summary>
internal abstract class InformationLaw : LawProperty
{
    /// <inheritdoc/>
    public override bool SpeaksOf(string quantity) => quantity == Quantities.MutualInformation.Id || quantity.StartsWith(Quantities.MutualInformation.Id + "-", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string? WhyNotApplicable(Subject subject, InputRequirements needs) => needs.Labels == InputNeed.None ? "it looks at no labels" : null;

    /// <summary>Gets the quantities of an estimator that the law may be about.</summary>
    protected IEnumerable<string> QuantitiesOf(Experiment experiment)
    {
        var table = new ClaimTable(experiment.Subject);
        return experiment.Subject.Quantities.Where(SpeaksOf).Union(table.QuantitiesNamed(Law));
    }
}
