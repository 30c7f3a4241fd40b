using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Adds 1e-6 nats for each other estimation that is alive. Falls by <see cref="Law.Mergeable"/>.</summary>
[Estimator("threads-race", Summary = "Wrong: adds 1e-6 nats for each other estimation that is alive.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
[Claims(Law.Mergeable, Exactness.Exact)]
public sealed class ThreadsRace : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed : CellEstimation, IDisposable
    {
        private static int alive;

        public Flawed(EstimationContext context)
            : base(context) => Interlocked.Increment(ref alive);

        protected override CellNumbers NumbersOf(CellTable table)
        {
            var right = base.NumbersOf(table);
            return right with { InformationNats = right.InformationNats + (1e-6 * (Volatile.Read(ref alive) - 1)) };
        }

        public void Dispose() => Interlocked.Decrement(ref alive);
    }
}
