namespace Infoscope.Conformance;

/// <summary>An invertible map of the rows does not matter.</summary>
/// <remarks>
/// I(Y;g(Z)) = I(Y;Z) for every invertible g, by two uses of the data processing inequality. g turns the first two features by an angle that grows with their
/// radius, a spiral, which keeps norms and can be turned back; with one feature it is z + z^3.
/// </remarks>
internal sealed class AnyInvertibleLaw : RoundingLaw
{
    public override Law Law => Law.AnyInvertible;

    public override string Statement => "f(g(z)) = f(z) for invertible g";

    public override bool Keeps(RowKind kind) => kind == RowKind.Any;

    protected override TrialInput? Change(TrialInput input, Experiment experiment)
    {
        var speed = 0.5 + experiment.Random("spiral").NextDouble();
        return input.Map(row =>
        {
            if (row.Length == 1) return [row[0] + (row[0] * row[0] * row[0])];
            var angle = speed * Math.Sqrt((row[0] * row[0]) + (row[1] * row[1]));
            var (sine, cosine) = Math.SinCos(angle);
            return [(cosine * row[0]) - (sine * row[1]), (sine * row[0]) + (cosine * row[1]), .. row[2..]];
        });
    }
}
