using FsCheck;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance;

/// <summary>A function of the representation tells no more than the representation.</summary>
/// <remarks>Y - Z - g(Z) is a Markov chain, so I(Y;g(Z)) is at most I(Y;Z) (Cover and Thomas, theorem 2.8.1). g keeps some of the features, rounds them down to even numbers, or rectifies them.</remarks>
internal sealed class DataProcessingRepresentationLaw : InformationLaw
{
    public override Law Law => Law.DataProcessingRepresentation;

    public override string Statement => "I(Y;g(Z)) <= I(Y;Z)";

    protected override bool NeedsLabels => false;

    public override Arbitrary<Sample> Samples => SampleGenerators.Moderate;

    public override bool Keeps(RowKind kind) => kind != RowKind.Distribution;

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var input = experiment.Input;
        var (whole, part) = (experiment.Run(input), experiment.Run(input.Map(Function(experiment))));
        foreach (var quantity in QuantitiesOf(experiment))
        {
            if (whole.Find(quantity, About(experiment)) is { } all && part.Find(quantity, About(experiment)) is { } some && all.RowsUsed == some.RowsUsed)
                yield return Deviation.AtMost(quantity, some.Value.Number, "I(Y;g(Z))", all.Value.Number, "I(Y;Z)");
        }
    }

    private static Func<double[], double[]> Function(Experiment experiment) => experiment.Random("function of rows").NextBelow(3) switch
    {
        0 => row => [.. row.Select(value => 2 * Math.Floor(value / 2))],
        1 => row => [.. row.Select(value => Math.Max(0, value))],
        _ => row => row[..((row.Length + 1) / 2)],
    };
}
