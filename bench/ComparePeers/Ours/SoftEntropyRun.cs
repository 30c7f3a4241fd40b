using Infoscope.ComparePeers.Data;
using Infoscope.Plugins.SoftEntropy;

namespace Infoscope.ComparePeers.Ours;

/// <summary>Soft entropy of rows in memory: two halves on two threads, merged and completed.</summary>
internal sealed class SoftEntropyRun
{
    private const int BlockRows = 4096;

    private readonly LabelledRows data;
    private readonly LabelColumn[] labelSets;
    private readonly int threads;
    private readonly long[] rowIndices;
    private readonly NumericArray anchors;
    private readonly List<(int First, int Rows, int[] Labels)>[] shares;

    /// <summary>Deals the rows out; labels lie as an engine hands them over, set after set in each block.</summary>
    public SoftEntropyRun(LabelledRows data, int threads, params LabelColumn[] labelSets)
    {
        (this.data, this.labelSets, this.threads) = (data, labelSets, threads);
        rowIndices = [.. Enumerable.Range(0, data.Rows).Select(row => (long)row)];
        anchors = new NumericArray("anchors", [data.AnchorCount, data.Features], data.Anchors);
        shares = [.. Enumerable.Range(0, threads).Select(thread => Blocks((int)((long)data.Rows * thread / threads), (int)((long)data.Rows * (thread + 1) / threads)))];
    }

    /// <summary>Runs it once, from beginning the estimations to their numbers.</summary>
    public IReadOnlyDictionary<string, double[]> Run()
    {
        var contexts = shares.Select(_ => Context()).ToArray();
        var estimations = contexts.Select(context => (IMergeableEstimation)new SoftEntropyEstimator().Begin(context)).ToArray();
        try
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => Observe(estimations[i], shares[i]));
            foreach (var context in contexts) context.HandOverCompute();
            for (var i = 1; i < threads; i++) estimations[0].Merge(estimations[i]);
            return Contexts.ValuesOf(estimations[0].Complete());
        }
        finally
        {
            foreach (var estimation in estimations) estimation.Dispose();
            foreach (var context in contexts) context.CloseCompute();
        }
    }

    private EstimationContext Context() => Contexts.Of(
        "soft-entropy", data.Rows, data.Features, Precision.Single, labelSets, threads: 1, new Dictionary<string, string> { ["anchors-file"] = "anchors", ["temperature"] = "bounds" }, _ => anchors);

    private List<(int First, int Rows, int[] Labels)> Blocks(int first, int end)
    {
        List<(int First, int Rows, int[] Labels)> blocks = [];
        for (var start = first; start < end; start += BlockRows)
        {
            var rows = Math.Min(BlockRows, end - start);
            blocks.Add((start, rows, [.. labelSets.SelectMany(set => set.Labels.Skip(start).Take(rows))]));
        }

        return blocks;
    }

    private void Observe(IMergeableEstimation estimation, List<(int First, int Rows, int[] Labels)> blocks)
    {
        foreach (var (first, rows, labels) in blocks)
        {
            estimation.Observe(new ActivationBlock
            {
                Rows = rows,
                Features = data.Features,
                Single = data.Values.AsSpan(first * data.Features, rows * data.Features),
                RowIndices = rowIndices.AsSpan(first, rows),
                AllLabels = labels,
            });
        }
    }
}
