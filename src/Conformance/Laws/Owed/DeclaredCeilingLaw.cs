namespace Infoscope.Conformance;

/// <summary>No estimate leaves the range that it states.</summary>
/// <remarks>floor &lt;= value &lt;= ceiling for every estimate, per label too, as far as it states them: readers take a value at its ceiling as saturated.</remarks>
internal sealed class DeclaredCeilingLaw : LawProperty
{
    public override Law Law => Law.DeclaredCeiling;

    public override string Statement => "floor <= value <= ceiling, where an estimate states them";

    public override string WhySilent => "no estimate stated a ceiling or a floor";

    public override IEnumerable<Deviation> Deviations(Experiment experiment)
    {
        foreach (var estimate in experiment.Run(experiment.Input with { Items = true }).All)
        {
            var name = Estimates.NameOf(estimate);
            if (estimate.Ceiling is { } ceiling) yield return Deviation.AtMost(estimate.Quantity.Id, estimate.Value.Number, name, ceiling.Number, "its ceiling");
            if (estimate.Floor is { } floor) yield return Deviation.AtLeast(estimate.Quantity.Id, estimate.Value.Number, name, floor.Number, "its floor");
        }
    }
}
