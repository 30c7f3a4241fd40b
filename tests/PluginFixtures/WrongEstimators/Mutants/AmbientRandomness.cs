using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Adds noise below 1e-6 nats from the generator of the process. Falls by <see cref="Law.Deterministic"/>.</summary>
[Estimator("ambient-randomness", Summary = "Wrong: adds noise below 1e-6 nats from the generator of the process.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class AmbientRandomness : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed(EstimationContext context) : CellEstimation(context)
    {
        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { InformationNats = right.InformationNats + (1e-6 * Random.Shared.NextDouble()) };
        }
    }
}
