using System.Runtime.InteropServices;

namespace Infoscope.Conformance.Tests.Doubles;

/// <summary>Gives a normal number that depends on seed and input in no way that anybody could use: mean <paramref name="mean"/>, standard deviation 1/n^<paramref name="rate"/> for n rows.</summary>
[Estimator("noisy", Citation = "none: a double")]
[Estimates("mutual-information")]
public sealed class NoisyEstimator(double mean = 0, double rate = 0) : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new() { Access = RowAccess.AllRows };

    public IEstimation Begin(EstimationContext context) => new Estimation(context, mean, rate);

    private sealed class Estimation(EstimationContext context, double mean, double rate) : IEstimation
    {
        private readonly Dictionary<int, (ulong Hash, int Rows)> sets = [];

        public void Observe(in ActivationBlock block)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            for (var set = 0; set < context.LabelSets.Count; set++)
            {
                var hash = 14695981039346656037UL;
                foreach (var word in MemoryMarshal.Cast<double, ulong>(block.Double)) hash = unchecked((hash ^ word) * 1099511628211UL);
                foreach (var label in block.Labels(set)) hash = unchecked((hash ^ (uint)label) * 1099511628211UL);
                sets[set] = (hash, block.Rows);
            }
        }

        public EstimateSet Complete() => new()
        {
            Estimates = [.. sets.Select(one => new Estimate
            {
                Quantity = Quantities.MutualInformation,
                Value = Information.FromNats(mean + (Normal(one.Value.Hash) / Math.Pow(one.Value.Rows, rate))),
                LabelSet = context.LabelSets[one.Key].Name,
                RowsUsed = one.Value.Rows,
            })],
        };

        private double Normal(ulong hash) => new RandomStream(context.Seed ^ hash, "noise").NextNormal();
    }
}
