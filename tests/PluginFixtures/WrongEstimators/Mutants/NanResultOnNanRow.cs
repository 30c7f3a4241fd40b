using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Is NaN as soon as one row is not finite. Falls by <see cref="Law.DegenerateInputs"/>.</summary>
[Estimator("nan-result-on-nan-row", Summary = "Wrong: is NaN as soon as one row is not finite.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class NanResultOnNanRow : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        private int NoCell => 1 << Signs;

        protected override bool IsUsable(ReadOnlySpan<double> values) => true;

        protected override int CellOf(ReadOnlySpan<double> values) => base.IsUsable(values) ? base.CellOf(values) : NoCell;

        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { EntropyNats = table.CellTotals().ContainsKey(NoCell) ? double.NaN : right.EntropyNats };
        }
    }
}
