using System.Collections.Concurrent;

namespace Infoscope.Engine.Tests.Doubles;

/// <summary>Records every block that it is given, and estimates the number of rows.</summary>
internal sealed class RecordingEstimator(InputRequirements needs, bool mergeable) : IEstimator
{
    private int begun;

    public ConcurrentQueue<Recording> Blocks { get; } = [];

    /// <summary>Gets the blocks of each estimation that saw any, in the order seen.</summary>
    public IReadOnlyList<Recording[]> ByEstimation => [.. Blocks.GroupBy(block => block.Estimation).OrderBy(group => group.Key).Select(group => group.ToArray())];

    public InputRequirements Requires(OptionValues options) => needs;

    public IEstimation Begin(EstimationContext context)
    {
        var number = Interlocked.Increment(ref begun);
        return mergeable ? new Mergeable(this, number, context) : new Plain(this, number, context);
    }

    private class Plain(RecordingEstimator owner, int number, EstimationContext context) : IEstimation
    {
        private Thread? observer;

        protected long Rows { get; set; }

        public void Observe(in ActivationBlock block)
        {
            observer ??= Thread.CurrentThread;
            Assert.Same(observer, Thread.CurrentThread);
            Rows += block.Rows;
            var labels = new int[context.LabelSets.Count][];
            for (var set = 0; set < labels.Length; set++) labels[set] = [.. block.Labels(set)];
            double[] values = context.Precision == Precision.Double ? [.. block.Double] : [.. Widened(block.Single)];
            double[] reference = context.Precision == Precision.Double ? [.. block.ReferenceDouble] : [.. Widened(block.ReferenceSingle)];
            owner.Blocks.Enqueue(new Recording(number, [.. block.RowIndices], values, labels, [.. block.SequenceIds], [.. block.Positions], reference, block.AttentionHeads, block.AttentionLength, [.. block.Attention]));
        }

        public EstimateSet Complete() => new()
        {
            Estimates = [new Estimate { Quantity = new Quantity { Id = "rows", Symbol = "n", Name = "rows", Kind = QuantityKind.Count }, Value = Amount.Count(Rows), RowsUsed = Rows }],
        };

        public void Dispose()
        {
        }

        private static double[] Widened(ReadOnlySpan<float> values)
        {
            var wide = new double[values.Length];
            for (var i = 0; i < wide.Length; i++) wide[i] = values[i];
            return wide;
        }
    }

    private sealed class Mergeable(RecordingEstimator owner, int number, EstimationContext context) : Plain(owner, number, context), IMergeableEstimation
    {
        public void Merge(IEstimation other) => Rows += ((Mergeable)other).Rows;

        public void Save(Stream to) => throw new NotSupportedException();
    }
}
