using FsCheck;
using FsCheck.Fluent;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance;

/// <summary>A stated null bias is what labels that say nothing have.</summary>
/// <remarks>
/// At 100 rows a label, in Gaussian clusters of 8 features with 2, 3 or 5 labels, each number by itself, the quantity null-bias is within 10 % of the mean of I(Y';Z) over permuted labels, on average over data sets. The margin is that of a formula of
/// first order in 1/n, such as Miller's (K-1)(m-1)/(2n).
/// </remarks>
internal sealed class DeclaredNullBiasLaw : LawProperty
{
    private const int Nulls = 20;
    private const double Margin = 0.1;
    private const int RowsOfALabel = 100;

    public override Law Law => Law.DeclaredNullBias;

    public override string Statement => "null-bias is within 10 % of the mean of I over permuted labels, at 100 rows a label";

    public override bool IsAboutAverages => true;

    public override bool SpeaksOf(string quantity) => quantity == Quantities.NullBias.Id;

    public override string? WhyNotApplicable(Subject subject, InputRequirements needs) => subject.Quantities.Contains(Quantities.MutualInformation.Id) ? null : "it gives no mutual information";

    public override Gen<Sample> Population(int times) =>
        from labels in Gen.Elements(2, 3, 5)
        from sample in SampleGenerators.Independent(RowsOfALabel * labels * times, 8, labels)
        select sample;

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var estimates = experiment.Run(experiment.Input with { Labels = [experiment.FineLabels, .. NullLabels.Of(experiment, Nulls)] });
        var nulls = NullLabels.Numbers(estimates, Quantities.MutualInformation.Id, Nulls);
        if (estimates.Number(Quantities.NullBias.Id, Experiment.Fine) is not { } stated || nulls.Length < Nulls) yield break;
        var (mean, of) = (nulls.Average(), $"of {experiment.Sample.Labels.Count} labels");
        yield return Deviation.AtMost(Quantities.NullBias.Id, stated, $"the stated null bias {of}", (1 + Margin) * mean, "1.1 times the mean over permuted labels");
        yield return Deviation.AtMost(Quantities.NullBias.Id, (1 - Margin) * mean, $"0.9 times the mean over permutations {of}", stated, "the stated null bias");
    }
}
