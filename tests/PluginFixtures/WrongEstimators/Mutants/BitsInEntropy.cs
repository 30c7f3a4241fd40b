using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Takes the number of bits of the entropy for its number of nats. Falls by <see cref="Law.JsdIdentity"/>.</summary>
[Estimator("bits-in-entropy", Summary = "Wrong: takes the number of bits of the entropy for its number of nats.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.JsdIdentity, Exactness.Exact)]
public sealed class BitsInEntropy : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { EntropyNats = Information.FromNats(right.EntropyNats).Bits };
        }
    }
}
