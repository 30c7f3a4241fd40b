namespace Infoscope.Conformance;

/// <summary>A Jensen-Shannon divergence lies between 0 and the entropy of its weights.</summary>
/// <remarks>
/// JSD(P_1, .., P_K) with weights w is the information of the index and a draw from its distribution, so it lies between 0 and H(w), which is at most ln K
/// (Lin 1991, theorem 4 and section IV). One label against the rest, with weights 1/2, has at most ln 2.
/// </remarks>
internal sealed class JsdRangeLaw : LawProperty
{
    public override Law Law => Law.JsdRange;

    public override string Statement => "0 <= JSD of K distributions <= ln K; one against the rest at most ln 2";

    public override bool SpeaksOf(string quantity) => quantity == Quantities.Disentanglement.Id || quantity == Quantities.DisentanglementUniform.Id;

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var estimates = experiment.Run(experiment.Input with { Items = true });
        var labels = experiment.Sample.Labels.Fine.Where(label => label >= 0).Distinct().Count();
        var named = new ClaimTable(experiment.Subject).QuantitiesNamed(Law).ToHashSet();
        foreach (var estimate in estimates.All.Where(estimate => (SpeaksOf(estimate.Quantity.Id) || named.Contains(estimate.Quantity.Id)) && estimate.LabelSet == Experiment.Fine))
        {
            var most = Math.Log(estimate.Quantity.Id == Quantities.Disentanglement.Id ? Math.Min(2, labels) : labels);
            yield return Deviation.AtLeast(estimate.Quantity.Id, estimate.Value.Number, Estimates.NameOf(estimate), 0, "");
            yield return Deviation.AtMost(estimate.Quantity.Id, estimate.Value.Number, Estimates.NameOf(estimate), most, $"the logarithm of {(estimate.Quantity.Id == Quantities.Disentanglement.Id ? "2" : $"{labels} labels")}");
        }
    }
}
