namespace Infoscope.Conformance;

/// <summary>The order of the rows does not matter.</summary>
/// <remarks>Rows are a sample of independent draws, so every estimate is a function of the multiset of rows with their labels: f(z_s(1), .., z_s(n)) = f(z_1, .., z_n) for every permutation s.</remarks>
internal sealed class SamplePermutationLaw : InvarianceLaw
{
    public override Law Law => Law.SamplePermutation;

    public override string Statement => "f(rows in any order) = f(rows)";

    protected override TrialInput? Change(TrialInput input, Experiment experiment) => input.Rows.Length < 2 ? null : input.Take(experiment.Permutation("rows", input.Rows.Length));
}
