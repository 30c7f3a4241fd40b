namespace Infoscope.Conformance;

/// <summary>A strictly monotone map of each feature does not matter.</summary>
/// <remarks>f(g_1(z_1), .., g_d(z_d)) = f(z) for strictly increasing g_j: what is left are the ranks. The maps are a asinh(z) + b z + c with a, b above 0.</remarks>
internal sealed class MonotonePerDimensionLaw : RoundingLaw
{
    public override Law Law => Law.MonotonePerDimension;

    public override string Statement => "f(g_1(z_1), .., g_d(z_d)) = f(z) for strictly increasing g_j";

    protected override TrialInput? Change(TrialInput input, Experiment experiment)
    {
        var random = experiment.Random("monotone maps");
        var isShiftedUp = experiment.Trial.Needs.RowKind == RowKind.NonNegative;
        (double Bent, double Straight, double Shift)[] maps = [.. Enumerable.Range(0, experiment.Sample.Features).Select(_ => (0.5 + random.NextDouble(), 0.1 + random.NextDouble(), random.NextNormal()))];
        return input.Map(row => [.. row.Zip(maps, (value, map) => (map.Bent * Math.Asinh(value)) + (map.Straight * value) + (isShiftedUp ? Math.Abs(map.Shift) : map.Shift))]);
    }
}
