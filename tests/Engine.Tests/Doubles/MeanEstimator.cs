namespace Infoscope.Engine.Tests.Doubles;

/// <summary>The mean of the first feature: over all rows, and over the rows of the last label of each label set. Named as information so that it gets a verdict.</summary>
internal sealed class MeanEstimator(bool omitEmpty = false, RowAccess access = RowAccess.Stream, bool leavesOutZeroRows = false, long? maximumRows = null) : IRestoringEstimator
{
    public InputRequirements Requires(OptionValues options) => new() { Access = access, MaximumRows = maximumRows, LeavesOutZeroRows = leavesOutZeroRows };

    public IEstimation Begin(EstimationContext context) => new Estimation(context, omitEmpty);

    public IMergeableEstimation Restore(EstimationContext context, Stream from)
    {
        var estimation = new Estimation(context, omitEmpty);
        estimation.Read(from);
        return estimation;
    }

    private sealed class Estimation(EstimationContext context, bool omitEmpty) : IMergeableEstimation
    {
        private readonly double[] sums = new double[context.LabelSets.Count + 1];
        private readonly long[] counts = new long[context.LabelSets.Count + 1];

        public void Observe(in ActivationBlock block)
        {
            for (var row = 0; row < block.Rows; row++)
            {
                var value = block.DoubleRow(row)[0];
                Add(0, value);
                for (var set = 0; set < context.LabelSets.Count; set++)
                {
                    if (block.Labels(set)[row] == context.LabelSets[set].Count - 1) Add(set + 1, value);
                }
            }
        }

        public void Merge(IEstimation other)
        {
            var source = (Estimation)other;
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += source.sums[i];
                counts[i] += source.counts[i];
            }
        }

        public EstimateSet Complete() => new()
        {
            Estimates =
            [
                .. Enumerable.Range(0, sums.Length).Where(i => !omitEmpty || counts[i] > 0).Select(i => new Estimate
                {
                    Quantity = Quantities.MutualInformation,
                    LabelSet = i == 0 ? "" : context.LabelSets[i - 1].Name,
                    Value = Information.FromNats(sums[i] / counts[i]),
                    Ceiling = Information.FromNats(1e9),
                    RowsUsed = counts[i],
                }),
            ],
        };

        public void Save(Stream to)
        {
            using var writer = new BinaryWriter(to, System.Text.Encoding.UTF8, leaveOpen: true);
            for (var i = 0; i < sums.Length; i++)
            {
                writer.Write(sums[i]);
                writer.Write(counts[i]);
            }
        }

        public void Read(Stream from)
        {
            using var reader = new BinaryReader(from, System.Text.Encoding.UTF8, leaveOpen: true);
            for (var i = 0; i < sums.Length; i++) (sums[i], counts[i]) = (reader.ReadDouble(), reader.ReadInt64());
        }

        public void Dispose()
        {
        }

        private void Add(int index, double value)
        {
            sums[index] += value;
            counts[index]++;
        }
    }
}
