using System.Runtime.InteropServices;

namespace Infoscope.Conformance.Tests.Doubles;

/// <summary>A number between 0 and 1 that any change of a bit changes altogether; throws where a row has more than 3 features, if it is told to.</summary>
[Estimator("chaotic", Citation = "none: a double")]
[Estimates("mutual-information")]
public sealed class ChaoticEstimator(bool throws = false) : IEstimator
{
    public InputRequirements Requires(OptionValues options) => new() { Access = RowAccess.AllRows };

    public IEstimation Begin(EstimationContext context) => new Estimation(context, throws);

    private sealed class Estimation(EstimationContext context, bool throws) : IEstimation
    {
        private ulong hash = 14695981039346656037UL;
        private int rows;

        public void Observe(in ActivationBlock block)
        {
            if (throws && block.Features > 3) throw new IndexOutOfRangeException("there are too many");
            rows = block.Rows;
            foreach (var word in MemoryMarshal.Cast<double, ulong>(block.Double)) hash = unchecked((hash ^ word) * 1099511628211UL);
        }

        public EstimateSet Complete() => new()
        {
            Estimates = [.. context.LabelSets.Select(set => new Estimate { Quantity = Quantities.MutualInformation, Value = Information.FromNats(new RandomStream(hash, "chaos").NextDouble()), LabelSet = set.Name, RowsUsed = rows })],
        };
    }
}
