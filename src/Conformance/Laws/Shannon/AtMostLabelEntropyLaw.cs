namespace Infoscope.Conformance;

/// <summary>Nothing tells more about the labels than there is to tell.</summary>
/// <remarks>
/// I(Y;Z) = H(Y) - H(Y|Z), and H(Y|Z) is at least 0 for discrete Y. H(Y) = - sum p(y) ln p(y) is the plug-in entropy of the labels of the rows that are used;
/// a sample in which it is not known which rows are used says nothing.
/// </remarks>
internal sealed class AtMostLabelEntropyLaw : InformationLaw
{
    public override Law Law => Law.AtMostLabelEntropy;

    public override string Statement => "I(Y;Z) <= H(Y), the plug-in entropy of the labels";

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var estimates = experiment.Run(experiment.Input);
        foreach (var quantity in QuantitiesOf(experiment))
        {
            if (estimates.Find(quantity, Experiment.Fine) is { } estimate && LabelEntropy.Of(experiment.Sample, estimate) is { } entropyNats)
                yield return Deviation.AtMost(quantity, estimate.Value.Number, "I(y;Z)", entropyNats, "H(y)");
        }
    }
}
