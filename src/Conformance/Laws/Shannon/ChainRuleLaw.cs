namespace Infoscope.Conformance;

/// <summary>Information adds up along a chain of labels.</summary>
/// <remarks>
/// I(Y1,Y2;Z) = I(Y1;Z) + sum over y1 of p(y1) I(Y2;Z|Y1=y1) (Cover and Thomas, theorem 2.5.2). Y1 is the coarse label, the pair is the fine one, and I(Y2;Z|Y1=y1) is
/// that of a label set that has the rows of y1 alone.
/// </remarks>
internal sealed class ChainRuleLaw : InformationLaw
{
    public override Law Law => Law.ChainRule;

    public override string Statement => "I(Y1,Y2;Z) = I(Y1;Z) + sum over y1 of p(y1) I(Y2;Z|Y1=y1)";

    public override bool IsEquation => true;

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var (fine, coarse) = (experiment.FineLabels, experiment.CoarseLabels);
        LabelColumn[] within = [.. coarse.Ids.Where(label => label >= 0).Distinct().Select(label => fine with { Name = $"y where coarse = {label}", Ids = [.. fine.Ids.Select((one, row) => coarse.Ids[row] == label ? one : -1)] })];
        var estimates = experiment.Run(experiment.Input.With([fine, coarse, .. within]));
        foreach (var quantity in QuantitiesOf(experiment))
        {
            if (estimates.Find(quantity, Experiment.Fine) is not { } both || estimates.Number(quantity, Experiment.Coarse) is not { } first) continue;
            var parts = within.Select(column => estimates.Find(quantity, column.Name)).OfType<Estimate>().ToArray();
            if (parts.Sum(part => part.RowsUsed) != both.RowsUsed) continue;
            var second = parts.Sum(part => part.Value.Number * part.RowsUsed / both.RowsUsed);
            yield return Deviation.Equal(quantity, both.Value.Number, "I(y;Z)", first + second, "I(coarse;Z) + sum p I(y;Z|coarse)");
        }
    }
}
