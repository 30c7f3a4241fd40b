namespace Infoscope.Conformance;

/// <summary>The order of the features does not matter.</summary>
/// <remarks>The units of a layer have no order: f(z P) = f(z) for every permutation matrix P, the same for all rows.</remarks>
internal sealed class DimensionPermutationLaw : InvarianceLaw
{
    public override Law Law => Law.DimensionPermutation;

    public override string Statement => "f(features in any order) = f(features)";

    protected override TrialInput? Change(TrialInput input, Experiment experiment)
    {
        if (experiment.Sample.Features < 2) return null;
        var places = experiment.Permutation("features", experiment.Sample.Features);
        return input.Map(row => [.. places.Select(place => row[place])]);
    }
}
