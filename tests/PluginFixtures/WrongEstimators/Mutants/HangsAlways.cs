using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Never returns. Falls by <see cref="Law.DegenerateInputs"/>.</summary>
[Estimator("hangs-always", Summary = "Wrong: never returns.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class HangsAlways : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        public override void Observe(in ActivationBlock block)
        {
            while (true) Thread.Sleep(1);
        }
    }
}
