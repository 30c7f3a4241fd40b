using Infoscope.Fixtures.WrongEstimators.Cells;

namespace Infoscope.Fixtures.WrongEstimators.Mutants;

/// <summary>Keeps 64 KiB of each estimation in a static list. Falls by <see cref="Law.MemoryReleased"/>.</summary>
[Estimator("keeps-every-estimation", Summary = "Wrong: keeps 64 KiB of each estimation in a static list.", Citation = "none: a fixture")]
[Estimates("entropy"), Estimates("conditional-entropy"), Estimates("mutual-information")]
[Estimates("disentanglement-uniform"), Estimates("channel-ceiling"), Estimates("null-bias")]
public sealed class KeepsEveryEstimation : CellEstimator
{
    private protected override CellEstimation Create(EstimationContext context) => new Flawed(context);

    private sealed class Flawed : CellEstimation
    {
        private static readonly List<byte[]> Kept = [];

        public Flawed(EstimationContext context)
            : base(context)
        {
            lock (Kept) Kept.Add(new byte[64 * 1024]);
        }
    }
}
