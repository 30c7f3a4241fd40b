using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Reports half of the channel ceiling. Falls by <see cref="Law.ChannelCeiling"/>.</summary>
[Estimator("understates-the-channel", Summary = "Wrong: reports half of the channel ceiling.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.ChannelCeiling, Exactness.Exact)]
public sealed class UnderstatesTheChannel : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { ChannelCeilingNats = right.ChannelCeilingNats / 2 };
        }
    }
}
