using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Takes the mean of the divergences over labels as if all were equally frequent. Falls by <see cref="Law.JsdIdentity"/>.</summary>
[Estimator("forgets-label-weights", Summary = "Wrong: takes the mean of the divergences over labels as if all were equally frequent.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.JsdIdentity, Exactness.Exact)]
public sealed class ForgetsLabelWeights : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            var (labels, cells) = (table.LabelTotals(), table.CellTotals());
            double n = labels.Values.Sum(), information = 0;
            foreach (var ((label, cell), count) in table.Counts)
            {
                var share = count / (double)labels[label];
                information += share / labels.Count * Math.Log(share * n / cells[cell]);
            }

            return right with { InformationNats = information };
        }
    }
}
