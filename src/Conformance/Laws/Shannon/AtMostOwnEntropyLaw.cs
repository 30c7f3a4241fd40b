namespace Infoscope.Conformance;

/// <summary>A representation tells no more than it holds.</summary>
/// <remarks>I(Y;Z) = H(Z) - H(Z|Y), and H(Z|Y) is at least 0 where H is the entropy of a discrete variable. H(Z) is the same estimator's, over the rows of the label set.</remarks>
internal sealed class AtMostOwnEntropyLaw : InformationLaw
{
    public override Law Law => Law.AtMostOwnEntropy;

    public override string Statement => "I(Y;Z) <= H(Z) of the same estimator over the same rows";

    public override string WhySilent => "no case gave the information of a label set and the entropy of that same label set";

    protected override bool NeedsLabels => false;

    public override string? WhyNotApplicable(Subject subject, InputRequirements needs) =>
        base.WhyNotApplicable(subject, needs) ?? (subject.Quantities.Contains(Quantities.Entropy.Id) ? null : "it gives no entropy");

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var estimates = experiment.Run(experiment.Input);
        if (estimates.Number(Quantities.Entropy.Id, About(experiment)) is not { } entropy) yield break;
        foreach (var quantity in QuantitiesOf(experiment))
        {
            if (estimates.Number(quantity, About(experiment)) is { } value) yield return Deviation.AtMost(quantity, value, "I(Y;Z)", entropy, "H(Z)");
        }
    }
}
