namespace Infoscope.Conformance;

/// <summary>Every amount of a result is of one unit, and information is in nats.</summary>
/// <remarks>
/// The ceiling, the floor and the scale of an estimate are of the value's kind. 1 bit is ln 2 nats, and a value survives the way to bits and back. Two slips between the units
/// are looked for: H(Z) = I(Y;Z) + H(Z|Y) that holds only after I, or H(Z|Y), is multiplied or divided by ln 2; and information that is H(Y)/ln 2, the bits of the labels.
/// </remarks>
internal sealed class UnitConversionLaw : LawProperty
{
    // Far above rounding, far below what a factor of ln 2 does to a number worth looking at.
    private const double Coincidence = 1e-9;
    private const double WorthLookingAt = 1e-3;

    public override Law Law => Law.UnitConversion;

    public override string Statement => "all amounts of a result are of one unit; 1 bit = ln 2 nats";

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var estimates = experiment.Run(experiment.Input);
        foreach (var estimate in estimates.All)
        {
            var quantity = estimate.Quantity.Id;
            yield return Deviation.Whole(estimate.Value.Kind == estimate.Quantity.Kind, $"{Estimates.NameOf(estimate)} is of the kind {estimate.Value.Kind}, and its quantity of the kind {estimate.Quantity.Kind}");
            foreach (var (other, name) in new[] { (estimate.Ceiling, "ceiling"), (estimate.Floor, "floor"), (estimate.Scale, "scale") })
            {
                if (other is { } amount) yield return Deviation.Whole(amount.Kind == estimate.Value.Kind, $"the {name} of {Estimates.NameOf(estimate)} is of the kind {amount.Kind}, and the value of the kind {estimate.Value.Kind}");
            }

            if (estimate.Value.Kind == QuantityKind.Information && double.IsFinite(estimate.Value.Number))
                yield return Deviation.Equal(quantity, Information.FromBits(estimate.Value.Information.Bits).Nats, "the value by way of bits", estimate.Value.Number, "the value in nats");
        }

        if (estimates.Find(Quantities.MutualInformation.Id, Experiment.Fine) is not { } information || information.Value.Kind != QuantityKind.Information) yield break;
        var nats = information.Value.Number;
        if (LabelEntropy.Of(experiment.Sample, information) is { } labels && labels > WorthLookingAt && IsBits(nats, labels))
            yield return Deviation.AtMost(Quantities.MutualInformation.Id, nats, "I(y;Z) in nats", labels, "H(y) in nats, and is H(y) in bits");
        if (estimates.Number(Quantities.Entropy.Id, Experiment.Fine) is not { } whole || estimates.Number(Quantities.ConditionalEntropy.Id, Experiment.Fine) is not { } rest) yield break;
        if (Math.Abs(nats) > WorthLookingAt && (IsBits(nats, whole - rest) || IsBits(whole - rest, nats)))
            yield return Deviation.Equal(Quantities.MutualInformation.Id, nats, "I(y;Z)", whole - rest, "H(Z) - H(Z|y), and a factor of ln 2 lies between them");
        if (rest > WorthLookingAt && (IsBits(rest, whole - nats) || IsBits(whole - nats, rest)))
            yield return Deviation.Equal(Quantities.ConditionalEntropy.Id, rest, "H(Z|y)", whole - nats, "H(Z) - I(y;Z), and a factor of ln 2 lies between them");
        if (whole > WorthLookingAt && (IsBits(whole, nats + rest) || IsBits(nats + rest, whole)))
            yield return Deviation.Equal(Quantities.Entropy.Id, whole, "H(Z)", nats + rest, "I(y;Z) + H(Z|y), and a factor of ln 2 lies between them");
    }

    private static bool IsBits(double number, double nats) => Math.Abs(number - (nats / Math.Log(2))) <= Coincidence * Math.Max(1, Math.Abs(number));
}
