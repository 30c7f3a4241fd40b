using FsCheck;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance;

/// <summary>Information is never negative.</summary>
/// <remarks>
/// I(Y;Z) = sum over y, z of p(y,z) ln [p(y,z) / (p(y) p(z))] is a Kullback-Leibler divergence, and so at least 0 by Jensen's inequality
/// (Cover and Thomas, Elements of Information Theory, theorem 2.6.3). It holds for an estimate that is the information of some joint distribution,
/// and fails for one that subtracts a bias or combines entropies of different biases.
/// </remarks>
internal sealed class NonNegativeLaw : InformationLaw
{
    public override Law Law => Law.NonNegative;

    public override string Statement => "I(Y;Z) >= 0";

    protected override bool NeedsLabels => false;

    // On average it is hardest to keep where there is no information.
    public override Gen<Sample> Population(int times) => SampleGenerators.Independent(60 * times, 4, 3);

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var estimates = experiment.Run(experiment.Input);
        foreach (var quantity in QuantitiesOf(experiment))
        {
            if (estimates.Number(quantity, About(experiment)) is { } value) yield return Deviation.AtLeast(quantity, value, "I(Y;Z)", 0, "");
        }
    }
}
