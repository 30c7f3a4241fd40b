using FsCheck;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance;

/// <summary>A shift of all rows does not matter.</summary>
/// <remarks>f(z + c) = f(z) for every c, the same for all rows. Rows and shifts are multiples of 1/16, so that the shift itself rounds nothing; rows that are not negative are shifted up.</remarks>
internal sealed class TranslationLaw : InvarianceLaw
{
    private const double Step = 1.0 / 16;

    public override Law Law => Law.Translation;

    public override string Statement => "f(z + c) = f(z)";

    public override Arbitrary<Sample> Samples => SampleGenerators.Dyadic;

    public override bool Keeps(RowKind kind) => kind != RowKind.Distribution;

    protected override TrialInput? Change(TrialInput input, Experiment experiment)
    {
        var random = experiment.Random("shift");
        var least = experiment.Trial.Needs.RowKind == RowKind.NonNegative ? 0 : -256;
        double[] shift = [.. Enumerable.Range(0, experiment.Sample.Features).Select(_ => (random.NextBelow(512) + least) * Step)];
        return input.Map(row => [.. row.Zip(shift, (value, by) => value + by)]);
    }
}
