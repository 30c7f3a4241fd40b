using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Takes memory without end. Falls by <see cref="Law.DegenerateInputs"/>.</summary>
[Estimator("takes-all-memory", Summary = "Wrong: takes memory without end.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class TakesAllMemory : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        public override EstimateSet Complete()
        {
            List<byte[]> taken = [];
            while (true)
            {
                var more = new byte[16 << 20];
                more.AsSpan().Fill(1);
                taken.Add(more);
            }
        }
    }
}
