using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Adds 0.01 nats to the information. Falls by <see cref="Law.AtMostLabelEntropy"/>.</summary>
[Estimator("adds-a-constant", Summary = "Wrong: adds 0.01 nats to the information.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.AtMostLabelEntropy, Exactness.Exact)]
public sealed class AddsAConstant : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { InformationNats = right.InformationNats + 0.01 };
        }
    }
}
