using BenchmarkDotNet.Attributes;
using Infoscope.Compute;

namespace Infoscope.Kernels;

/// <summary>Operations row by row: normalising, softmax, soft assignment in one sweep, sums of segments.</summary>
public class RowBenchmark : SessionBenchmark
{
    private const int Rows = 4096, Features = 768, Anchors = 100, Segments = 5000;
    private readonly float[] numbers = Numbers(Rows * Features);
    private readonly double[] shares = new double[Rows * Anchors], entropies = new double[Rows];
    private readonly int[] segmentOfRow = [.. Enumerable.Range(0, Rows).Select(row => row * 7 % Segments)];
    private Matrix rows = null!, scores = null!, anchors = null!, sums = null!;

    /// <summary>Scales rows to length 1.</summary>
    [Benchmark]
    public int NormalizeRows() => Session.NormalizeRows(rows);

    /// <summary>Softmax over 100 numbers of each row.</summary>
    [Benchmark]
    public void SoftmaxRows() => Session.SoftmaxRows(scores, 1);

    /// <summary>Normalising, product, softmax and entropy in one operation.</summary>
    [Benchmark]
    public void SoftAssign() => Session.SoftAssign(numbers, Rows, Features, anchors, 85, shares, entropies);

    /// <summary>Sums of 100 numbers over the rows of 5,000 segments.</summary>
    [Benchmark]
    public void SegmentSums() => Session.SegmentSumAdd(scores, segmentOfRow, sums);

    /// <inheritdoc/>
    protected override void Prepare() => (rows, scores, anchors, sums) = (Random(Rows, Features), Random(Rows, Anchors), Random(Anchors, Features), Session.Accumulator(Segments, Anchors));
}
