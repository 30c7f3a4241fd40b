using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Gives a quantity that it does not declare. Falls by every law, since the engine makes no result of it.</summary>
[Estimator("undeclared-quantity", Summary = "Wrong: gives a quantity that it does not declare.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.NonNegative, Exactness.Exact)]
public sealed class UndeclaredQuantity : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override IEnumerable<Estimate> EstimatesOf(LabelSetInfo info, CellTable table)
        {
            foreach (var right in base.EstimatesOf(info, table))
            {
                yield return right;
                if (right.Quantity.Id == "mutual-information") yield return right with { Quantity = Quantities.MutualInformationCorrected };
            }
        }
    }
}
