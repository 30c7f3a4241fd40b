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
    [InlineData(1)]
    [InlineData(19)]
    [InlineData(300)]
    public void AnAccumulatorOfRowsWithThemselvesHasTheSameBitsAsOneOfThemWithACopy(int columns)
    {
        // Of the same matrix one half is computed and held; of a copy everything is.
        const int rows = 70;
        var a = Dense.Random(rows, columns, seed: 95);
        using var session = Open(Precision.Double);
        using var once = session.Accumulator(columns, columns);
        using var twice = session.Accumulator(columns, columns);
        foreach (var (first, count) in new[] { (0, 1), (1, 66), (67, 3) })
        {
            using var some = Upload(session, a.RowRange(first, count));
            using var copy = Upload(session, a.RowRange(first, count));
            session.MultiplyAdd(some, some, true, false, once);
            session.MultiplyAdd(some, copy, true, false, twice);
            AssertSameBits(Download(session, twice).Elements, Download(session, once).Elements);
        }

        Assert.Equal(session.SymmetricEigenvalues(twice), session.SymmetricEigenvalues(once));
    }

    /// <summary>Whatever changes a matrix in place.</summary>
    public static TheoryData<string> Changes => ["normalize", "softmax", "scale rows", "scale columns", "add to the diagonal", "add segments", "add a product", "add a product with itself", "nothing"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void AnAccumulatorOfRowsWithThemselvesIsAnOperandLikeAnyOther(string change)
    {
        const int size = 40;
        var a = Dense.Random(70, size, seed: 96);
        using var session = Open(Precision.Double);
        using var rows = Upload(session, a);
        using var sum = session.Accumulator(size, size);
        session.MultiplyAdd(rows, rows, true, false, sum);
        using var uploaded = Upload(session, Download(session, sum));
        foreach (var matrix in new[] { sum, uploaded }) Change(session, change, matrix);
        AssertSameBits(Download(session, uploaded).Elements, Download(session, sum).Elements);
        var (expected, actual) = (new float[size * size], new float[size * size]);
        session.Download(uploaded, expected);
        session.Download(sum, actual);
        Assert.Equal(expected, actual);
        using var ofUploaded = session.Multiply(rows, uploaded, false, true);
        using var ofSum = session.Multiply(rows, sum, false, true);
        AssertSameBits(Download(session, ofUploaded).Elements, Download(session, ofSum).Elements);
        // Further sums go on from what is there.
        foreach (var matrix in new[] { sum, uploaded }) session.MultiplyAdd(rows, rows, true, false, matrix);
        AssertSameBits(Download(session, uploaded).Elements, Download(session, sum).Elements);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void AnAccumulatorOfNothingIsAMatrixOfZeros(string change)
    {
        const int size = 40;
        using var session = Open(Precision.Double);
        using var sum = session.Accumulator(size, size);
        using var zeros = Upload(session, new Dense(size, size));
        foreach (var matrix in new[] { sum, zeros }) Change(session, change, matrix);
        AssertSameBits(Download(session, zeros).Elements, Download(session, sum).Elements);
    }

    private static void Change(ComputeSession session, string change, Matrix matrix)
    {
        double[] factors = [.. Enumerable.Range(1, matrix.Rows).Select(place => (double)place)];
        using var other = Upload(session, Dense.Random(matrix.Rows, matrix.Rows, seed: 97));
        switch (change)
        {
            case "normalize":
                session.NormalizeRows(matrix);
                break;
            case "softmax":
                session.SoftmaxRows(matrix, 0.5);
                break;
            case "scale rows":
                session.ScaleRows(matrix, factors);
                break;
            case "scale columns":
                session.ScaleColumns(matrix, factors);
                break;
            case "add to the diagonal":
                session.AddDiagonal(matrix, 3);
                break;
            case "add segments":
                session.SegmentSumAdd(other, [.. Enumerable.Range(0, matrix.Rows).Select(row => (row % 5) - 1)], matrix);
                break;
            case "add a product":
                session.MultiplyAdd(other, other, false, false, matrix);
                break;
            case "add a product with itself":
                session.MultiplyAdd(other, other, false, true, matrix);
                break;
        }
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
