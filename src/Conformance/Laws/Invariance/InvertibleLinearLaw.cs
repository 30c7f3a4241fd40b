namespace Infoscope.Conformance;

/// <summary>An invertible linear map of the rows does not matter.</summary>
/// <remarks>f(z A) = f(z) for every invertible A: mutual information has this law, by two uses of the data processing inequality. A stretches by 1/2 to 2, so that rounding stays small.</remarks>
internal sealed class InvertibleLinearLaw : RoundingLaw
{
    public override Law Law => Law.InvertibleLinear;

    public override string Statement => "f(z A) = f(z) for invertible A";

    public override bool Keeps(RowKind kind) => kind == RowKind.Any;

    protected override TrialInput? Change(TrialInput input, Experiment experiment) => input.Map(LinearMaps.Invertible(experiment.Random("linear map"), experiment.Sample.Features));
}
