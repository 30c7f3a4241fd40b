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

    [Theory]
    [InlineData(3, 2500, 19)]
    [InlineData(300, 5, 19)]
    [InlineData(5, 7, 1100)]
    [InlineData(131, 1031, 517)]
    public void FactorsLargerThanOneBlockAreMultipliedWhole(int rows, int inner, int columns)
    {
        // Small integers make the sums exact.
        var a = Dense.Of(rows, inner, (row, k) => ((row + k) % 5) - 2);
        var b = Dense.Of(inner, columns, (k, column) => ((k + (3 * column)) % 7) - 3);
        var product = Run(Precision.Single, (session, m) => session.Multiply(m[0], m[1], false, false), a, b);
        Assert.Equal(a.Times(b).Elements, product.Elements);
        var transposed = Run(Precision.Double, (session, m) => session.Multiply(m[0], m[1], true, true), a.Transposed(), b.Transposed());
        Assert.Equal(product.Elements, transposed.Elements);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void TheGramMatrixOfARepeatedRowIsRefused(Precision precision)
    {
        // In exact arithmetic the pivot is 0; what rounding leaves of it may have either sign.
        for (var seed = 0; seed < 50; seed++)
        {
            var points = Dense.Random(8, 20, seed);
            points.Row(2).CopyTo(points.Elements.AsSpan(7 * 20));
            var gram = points.Times(points.Transposed());
            using var session = Open(precision);
            using var matrix = Upload(session, gram);
            Assert.Contains("pivot 7", Assert.Throws<NumericalFailureException>(() => session.LogDeterminantSpd(matrix)).Message);
        }
    }

    [Fact]
    public void AnEigenvalueBeyondTheRangeOfADoubleIsRefused()
    {
        using var session = Open(Precision.Double);
        using var matrix = Upload(session, Dense.Of(3, 3, (_, _) => double.MaxValue));
        Assert.Contains("scale the matrix down", Assert.Throws<NumericalFailureException>(() => session.SymmetricEigenvalues(matrix)).Message);
        Assert.Contains("scale the matrix down", Assert.Throws<NumericalFailureException>(() => session.SymmetricEigenSystem(matrix, out _)).Message);
    }
}
