using System.Diagnostics;
using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Adds up to 1e-6 nats that it reads off the clock. Falls by <see cref="Law.Deterministic"/>.</summary>
[Estimator("ambient-clock", Summary = "Wrong: adds up to 1e-6 nats that it reads off the clock.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class AmbientClock : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { InformationNats = right.InformationNats + (1e-9 * (Stopwatch.GetTimestamp() % 1000)) };
        }
    }
}
