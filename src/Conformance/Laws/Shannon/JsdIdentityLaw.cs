namespace Infoscope.Conformance;

/// <summary>Information is the Jensen-Shannon divergence of what each label looks like.</summary>
/// <remarks>
/// With weights p(y), JSD(P_1, .., P_K) = H(sum p(y) P_y) - sum p(y) H(P_y) (Lin, Divergence measures based on the Shannon entropy, 1991, equation 5.1), and that is
/// H(Z) - H(Z|Y) = I(Y;Z). H(P_y) is taken from label sets that have the rows of y alone; where the estimator gives a conditional entropy, it must be their mean.
/// </remarks>
internal sealed class JsdIdentityLaw : InformationLaw
{
    public override Law Law => Law.JsdIdentity;

    public override string Statement => "I(Y;Z) = H(Z) - sum over y of p(y) H(Z|Y=y)";

    public override string WhySilent => "no case gave the information of a label set and the entropy of that same label set";

    public override bool IsEquation => true;

    public override string? WhyNotApplicable(Subject subject, InputRequirements needs) =>
        base.WhyNotApplicable(subject, needs) ?? (subject.Quantities.Contains(Quantities.Entropy.Id) ? null : "it gives no entropy");

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var input = experiment.Input;
        var labels = experiment.Sample.Labels;
        LabelColumn[] alone = [.. labels.Fine.Where(label => label >= 0).Distinct().Select(label => new LabelColumn($"y = {label}", [.. labels.Fine.Select(one => one == label ? 0 : -1)]))];
        var estimates = experiment.Run(input with { Labels = [.. input.Labels, .. alone] });
        if (estimates.Find(Quantities.Entropy.Id, Experiment.Fine) is not { } whole) yield break;
        var parts = alone.Select(column => estimates.Find(Quantities.Entropy.Id, column.Name)).OfType<Estimate>().ToArray();
        if (parts.Sum(part => part.RowsUsed) != whole.RowsUsed) yield break;
        var conditional = parts.Sum(part => part.Value.Number * part.RowsUsed / whole.RowsUsed);
        foreach (var quantity in QuantitiesOf(experiment))
        {
            if (estimates.Number(quantity, Experiment.Fine) is not { } value) continue;
            yield return Deviation.Equal(quantity, value, "I(y;Z)", whole.Value.Number - conditional, "H(Z) - sum p(y) H(Z|y)");
            if (estimates.Number(Quantities.ConditionalEntropy.Id, Experiment.Fine) is { } stated) yield return Deviation.Equal(quantity, stated, "H(Z|y)", conditional, "sum p(y) H(Z|y)");
        }
    }
}
