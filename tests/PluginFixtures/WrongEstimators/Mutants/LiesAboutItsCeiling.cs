using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>States that the information is at most ln 2, however many labels there are. Falls by <see cref="Law.DeclaredCeiling"/>.</summary>
[Estimator("lies-about-its-ceiling", Summary = "Wrong: states that the information is at most ln 2, however many labels there are.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.DeclaredCeiling, Exactness.Exact)]
public sealed class LiesAboutItsCeiling : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { InformationCeilingNats = Math.Log(2) };
        }
    }
}
