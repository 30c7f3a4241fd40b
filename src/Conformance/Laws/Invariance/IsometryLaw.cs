namespace Infoscope.Conformance;

/// <summary>Rotations and reflections of the rows do not matter.</summary>
/// <remarks>f(z Q) = f(z) for every orthogonal Q, the same for all rows: distances, norms and angles stay as they are. With one feature Q is a change of sign.</remarks>
internal sealed class IsometryLaw : RoundingLaw
{
    public override Law Law => Law.Isometry;

    public override string Statement => "f(z Q) = f(z) for orthogonal Q";

    public override bool Keeps(RowKind kind) => kind == RowKind.Any;

    protected override TrialInput? Change(TrialInput input, Experiment experiment) => input.Map(LinearMaps.Isometry(experiment.Random("isometry"), experiment.Sample.Features));
}
