namespace Infoscope.Conformance;

/// <summary>Each of two variables tells as much about the other.</summary>
/// <remarks>I(X;Z) = H(X) + H(Z) - H(X,Z) does not change when X and Z change places. Tested by exchanging the rows and the reference.</remarks>
internal sealed class SymmetricLaw : InformationLaw
{
    public override Law Law => Law.Symmetric;

    public override string Statement => "I(X;Z) = I(Z;X)";

    public override bool IsEquation => true;

    protected override bool NeedsLabels => false;

    public override string? WhyNotApplicable(Subject subject, InputRequirements needs) => needs.Reference == InputNeed.Required ? null : "labels and rows cannot change places, and it needs no reference";

    public override bool Keeps(RowKind kind) => kind == RowKind.Any;

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        var input = experiment.Input;
        var (there, back) = (experiment.Run(input), experiment.Run(input with { Rows = input.Reference, Reference = input.Rows }));
        foreach (var estimate in there.All.Where(estimate => QuantitiesOf(experiment).Contains(estimate.Quantity.Id) && estimate.Item.Length == 0))
        {
            if (back.Number(estimate.Quantity.Id, estimate.LabelSet) is { } other) yield return Deviation.Equal(estimate.Quantity.Id, estimate.Value.Number, "I(X;Z)", other, "I(Z;X)");
        }
    }
}
