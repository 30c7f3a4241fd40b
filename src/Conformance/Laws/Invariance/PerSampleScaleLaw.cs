namespace Infoscope.Conformance;

/// <summary>A positive factor of each row does not matter.</summary>
/// <remarks>f(a_1 z_1, .., a_n z_n) = f(z_1, .., z_n) for all a_i above 0: only the directions of the rows matter.</remarks>
internal sealed class PerSampleScaleLaw : RoundingLaw
{
    public override Law Law => Law.PerSampleScale;

    public override string Statement => "f(a_i z_i) = f(z_i) for a_i > 0, a factor of its own for each row";

    protected override TrialInput? Change(TrialInput input, Experiment experiment)
    {
        var random = experiment.Random("scales");
        return input.Map(row =>
        {
            var factor = ScaleFactors.Draw(random);
            return [.. row.Select(value => factor * value)];
        });
    }
}
