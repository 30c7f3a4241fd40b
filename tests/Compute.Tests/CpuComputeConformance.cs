namespace Infoscope.Compute.Tests;

/// <summary>The battery on the processor, and what only it promises: the same bits however the data are cut.</summary>
public sealed class CpuComputeConformance : ComputeConformance
{
    protected override IComputeProvider Provider { get; } = new CpuComputeProvider();

    [Theory]
    [MemberData(nameof(Precisions))]
    public void AccumulatedProductsHaveTheSameBitsForEveryBlockSize(Precision precision)
    {
        const int rows = 61;
        var (a, b) = (Dense.Random(rows, 19, seed: 91), Dense.Random(rows, 11, seed: 92));
        Dense Accumulate(int size)
        {
            using var session = Open(precision);
            using var sum = session.Accumulator(19, 11);
            for (var first = 0; first < rows; first += size)
            {
                using var someA = Upload(session, a.RowRange(first, Math.Min(size, rows - first)));
                using var someB = Upload(session, b.RowRange(first, Math.Min(size, rows - first)));
                session.MultiplyAdd(someA, someB, true, false, sum);
            }

            return Download(session, sum);
        }

        var whole = Accumulate(rows);
        foreach (var size in new[] { 1, 2, 7, 60 }) AssertSameBits(whole.Elements, Accumulate(size).Elements);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void AccumulatedSegmentsHaveTheSameBitsForEveryBlockSize(Precision precision)
    {
        const int rows = 101;
        var matrix = Dense.Random(rows, 13, seed: 93);
        var random = new Random(94);
        int[] labels = [.. Enumerable.Range(0, rows).Select(_ => random.Next(-1, 4))];
        Dense Accumulate(int size)
        {
            using var session = Open(precision);
            using var sum = session.Accumulator(4, 13);
            for (var first = 0; first < rows; first += size)
            {
                var count = Math.Min(size, rows - first);
                using var some = Upload(session, matrix.RowRange(first, count));
                session.SegmentSumAdd(some, labels.AsSpan(first, count), sum);
            }

            return Download(session, sum);
        }

        var whole = Accumulate(rows);
        foreach (var size in new[] { 1, 2, 7, 100 }) AssertSameBits(whole.Elements, Accumulate(size).Elements);
    }

    [Fact]
    public void ColumnsBeyondOnePackedBlockAreMultipliedToo()
    {
        // The inner length leaves room for 8 packed columns at a time; small integers make the sums exact.
        const int inner = 70_000;
        var a = Dense.Of(3, inner, (row, k) => ((row + k) % 5) - 2);
        var b = Dense.Of(inner, 19, (k, column) => ((k + (3 * column)) % 7) - 3);
        var product = Run(Precision.Double, (session, m) => session.Multiply(m[0], m[1], false, false), a, b);
        Assert.Equal(a.Times(b).Elements, product.Elements);
    }
}
