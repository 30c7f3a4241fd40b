using FsCheck;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance;

/// <summary>Labels that say nothing have no information, once what other such labels have is subtracted.</summary>
/// <remarks>
/// Labels independent of the rows are given as a label set like any other, and permutations of them as its nulls. All are exchangeable, so E[I(Y';Z) - mean of I(Y'';Z)] = 0, and the
/// share of nulls below the label set is 1/2 on average (ties count half). An estimator that treats nulls in a way of its own breaks both.
/// </remarks>
internal sealed class ZeroUnderShuffleLaw : InformationLaw
{
    private const int Nulls = 19;

    // Labels that change nothing leave differences of rounding alone, which no chance decides.
    private const double Rounding = 1e-12;

    public override Law Law => Law.ZeroUnderShuffle;

    public override string Statement => "independent labels, less the mean of their permutations, have no information on average";

    public override bool IsAboutAverages => true;

    public override Gen<Sample> Population(int times) => SampleGenerators.Independent(60 * times, 4, 3);

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var estimates = experiment.Run(experiment.Input with { Labels = [experiment.FineLabels, .. NullLabels.Of(experiment, Nulls)] });
        foreach (var quantity in QuantitiesOf(experiment))
        {
            var nulls = NullLabels.Numbers(estimates, quantity, Nulls);
            if (estimates.Number(quantity, Experiment.Fine) is not { } value || nulls.Length < Nulls) continue;
            yield return Deviation.Equal(quantity, value, "the information of independent labels", nulls.Average(), "the mean of their permutations");
            var tie = Rounding * Math.Max(1, Math.Abs(value));
            var below = nulls.Sum(one => Math.Abs(one - value) <= tie ? 0.5 : one < value ? 1 : 0) / Nulls;
            yield return Deviation.Equal(quantity, below, "the share of permutations below independent labels", 0.5, "1/2");
        }
    }
}
