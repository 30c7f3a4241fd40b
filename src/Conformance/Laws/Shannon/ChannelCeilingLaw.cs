namespace Infoscope.Conformance;

/// <summary>No labels tell more than labels that tell every row apart.</summary>
/// <remarks>
/// An estimator that sends each row z through a channel p(b|z) has I(Y;Z) = I(Y;B), and since Y - row - B is a Markov chain, I(Y;B) is at most
/// I(row;B) = H(mean p) - mean H(p(.|z)). Tested by labels that number the rows; where the estimator states the quantity channel-ceiling, it must be that information.
/// </remarks>
internal sealed class ChannelCeilingLaw : InformationLaw
{
    private const string Rows = "rows";

    public override Law Law => Law.ChannelCeiling;

    public override string Statement => "I(Y;Z) <= I(row;Z), the information of labels that are all distinct";

    public override bool SpeaksOf(string quantity) => base.SpeaksOf(quantity) || quantity == Quantities.ChannelCeiling.Id;

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var input = experiment.Input;
        int[] distinct = [.. experiment.Sample.Labels.Fine.Select((label, row) => label < 0 ? -1 : row)];
        var estimates = experiment.Run(input with { Labels = [.. input.Labels, new LabelColumn(Rows, distinct)] });
        if (estimates.Number(Quantities.MutualInformation.Id, Rows) is not { } ceiling) yield break;
        foreach (var quantity in QuantitiesOf(experiment))
        {
            if (estimates.Number(quantity, Experiment.Fine) is not { } value) continue;
            yield return quantity == Quantities.ChannelCeiling.Id
                ? Deviation.Equal(quantity, value, "the stated ceiling", ceiling, "I(row;Z)")
                : Deviation.AtMost(quantity, value, "I(y;Z)", ceiling, "I(row;Z)");
        }
    }
}
