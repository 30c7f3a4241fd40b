namespace Infoscope.Engine.Tests.Doubles;

/// <summary>Counts the rows of a subsample of its own, and those of them that have a label.</summary>
internal sealed class SamplingEstimator(int every) : IEstimator
{
    private static readonly Quantity Rows = new() { Id = "rows", Symbol = "n", Name = "rows", Kind = QuantityKind.Count };

    public InputRequirements Requires(OptionValues options) => new();

    public IEstimation Begin(EstimationContext context) => new Estimation(context, every);

    private sealed class Estimation(EstimationContext context, int every) : IEstimation
    {
        private readonly long[] counts = new long[context.LabelSets.Count + 1];

        public void Observe(in ActivationBlock block)
        {
            for (var row = 0; row < block.Rows; row++)
            {
                if (block.RowIndices[row] % every != 0) continue;
                counts[0]++;
                for (var set = 0; set < context.LabelSets.Count; set++)
                {
                    if (block.Labels(set)[row] >= 0) counts[set + 1]++;
                }
            }
        }

        public EstimateSet Complete() => new()
        {
            Estimates = [.. counts.Select((count, place) => new Estimate { Quantity = Rows, LabelSet = place == 0 ? "" : context.LabelSets[place - 1].Name, Value = Amount.Count(count), RowsUsed = count })],
        };

        public void Dispose()
        {
        }
    }
}
