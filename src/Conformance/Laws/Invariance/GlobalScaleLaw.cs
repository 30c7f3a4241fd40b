namespace Infoscope.Conformance;

/// <summary>A positive factor common to all rows does not matter.</summary>
/// <remarks>f(a z) = f(z) for every a above 0: the unit of the activations does not matter.</remarks>
internal sealed class GlobalScaleLaw : RoundingLaw
{
    public override Law Law => Law.GlobalScale;

    public override string Statement => "f(a z) = f(z) for a > 0";

    protected override TrialInput? Change(TrialInput input, Experiment experiment)
    {
        var factor = ScaleFactors.Draw(experiment.Random("scale"));
        return input.Map(row => [.. row.Select(value => factor * value)]);
    }
}
