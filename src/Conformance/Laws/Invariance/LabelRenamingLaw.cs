namespace Infoscope.Conformance;

/// <summary>The names of the labels do not matter.</summary>
/// <remarks>Labels are names, not numbers: for every one-to-one map s, f(s(Y), Z) = f(Y, Z). Estimates per label change their names and are left out.</remarks>
internal sealed class LabelRenamingLaw : InvarianceLaw
{
    public override Law Law => Law.LabelRenaming;

    public override string Statement => "f(renamed labels, Z) = f(Y, Z)";

    protected override bool ComparesItems => false;

    public override string? WhyNotApplicable(Subject subject, InputRequirements needs) => needs.Labels == InputNeed.None ? "it looks at no labels" : null;

    protected override TrialInput? Change(TrialInput input, Experiment experiment)
    {
        var fine = experiment.FineLabels;
        if (fine.Count < 2) return null;
        var names = experiment.Permutation("names", fine.Count);
        return input.With(fine with { Ids = [.. fine.Ids.Select(label => label < 0 ? -1 : names[label])] });
    }
}
