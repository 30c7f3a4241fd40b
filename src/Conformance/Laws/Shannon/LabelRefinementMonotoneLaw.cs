namespace Infoscope.Conformance;

/// <summary>Finer labels tell at least as much.</summary>
/// <remarks>If the coarse label is a function of the fine one, I(fine;Z) = I(coarse;Z) + I(fine;Z|coarse) by the chain rule, and the last term is at least 0.</remarks>
internal sealed class LabelRefinementMonotoneLaw : InformationLaw
{
    public override Law Law => Law.LabelRefinementMonotone;

    public override string Statement => "I(coarse;Z) <= I(fine;Z) where fine decides coarse";

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var estimates = experiment.Run(experiment.Input.With(experiment.FineLabels, experiment.CoarseLabels));
        foreach (var quantity in QuantitiesOf(experiment))
        {
            if (estimates.Number(quantity, Experiment.Fine) is { } fine && estimates.Number(quantity, Experiment.Coarse) is { } coarse)
                yield return Deviation.AtMost(quantity, coarse, "I(coarse;Z)", fine, "I(y;Z)");
        }
    }
}
