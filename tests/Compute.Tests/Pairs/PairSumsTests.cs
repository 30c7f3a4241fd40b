namespace Infoscope.Compute.Tests;

/// <summary>What the processor promises beyond the battery: which bits products and distances have, however the work is cut.</summary>
public sealed class PairSumsTests
{
    private readonly CpuComputeProvider provider = new();

    /// <summary>Rows, inner length, columns: off the tiles, beyond one stretch, beyond one part in either direction.</summary>
    public static TheoryData<Precision, int, int, int> Sizes
    {
        get
        {
            var data = new TheoryData<Precision, int, int, int>();
            foreach (var precision in new[] { Precision.Single, Precision.Double })
            {
                data.Add(precision, 9, 1300, 21);
                data.Add(precision, 97, 31, 300);
                data.Add(precision, 205, 257, 140);

                // Longer than one piece of the packed columns.
                data.Add(precision, 2, 16_384 + 300, 515);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void ProductsHaveTheBitsOfTheirDefinition(Precision precision, int rows, int inner, int columns)
    {
        var (a, b) = (Dense.Random(rows, inner, seed: 1), Dense.Random(columns, inner, seed: 2));
        var expected = Dense.Of(rows, columns, (row, column) => precision == Precision.Single
            ? (float)FusedSums.Product(Singles(a.Row(row)), Singles(b.Row(column)))
            : FusedSums.Product(a.Row(row), b.Row(column)));
        foreach (var (transposeA, transposeB) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            var product = Run(precision, 1, (session, x, y) => session.Multiply(x, y, transposeA, transposeB), transposeA ? a.Transposed() : a, transposeB ? b : b.Transposed());
            AssertSameBits(expected, product);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void AccumulatedProductsGoOnFromWhatTheTargetHolds(Precision precision, int rows, int inner, int columns)
    {
        var (a, b) = (Dense.Random(rows, inner, seed: 3), Dense.Random(columns, inner, seed: 4));
        var twice = Dense.Of(rows, columns, (row, column) => FusedSums.Product(a.Row(row), b.Row(column), FusedSums.Product(a.Row(row), b.Row(column))));
        var sum = Run(precision, 1, (session, x, y) =>
        {
            var accumulator = session.Accumulator(rows, columns);
            session.MultiplyAdd(x, y, false, true, accumulator);
            session.MultiplyAdd(x, y, false, true, accumulator);
            return accumulator;
        }, a, b);
        AssertSameBits(twice, sum);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void DistancesHaveTheBitsOfTheirDefinition(Precision precision, int rows, int inner, int columns)
    {
        var (a, b) = (Dense.Random(rows, inner, seed: 5), Dense.Random(columns, inner, seed: 6));
        double Stored(double number) => precision == Precision.Single ? (float)number : number;
        var expected = Dense.Of(rows, columns, (row, column) => Stored(FusedSums.SquaredDistance(a.Row(row), b.Row(column))));
        AssertSameBits(expected, Run(precision, 1, (session, x, y) => session.SquaredDistances(x, y), a, b));
    }

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void PairsOfOneMatrixHaveTheBitsOfPairsOfTwo(Precision precision)
    {
        // 300 rows and columns: parts on, above and below the diagonal.
        var a = Dense.Random(300, 70, seed: 7);
        AssertSameBits(
            Run(precision, 1, (session, x, y) => session.Multiply(x, y, false, true), a, a),
            Run(precision, 1, (session, x, _) => session.Multiply(x, x, false, true), a, a));
        AssertSameBits(
            Run(precision, 1, (session, x, y) => session.Multiply(x, y, true, false), a.Transposed(), a.Transposed()),
            Run(precision, 1, (session, x, _) => session.Multiply(x, x, true, false), a.Transposed(), a.Transposed()));
        AssertSameBits(
            Run(precision, 1, (session, x, y) => session.GaussianKernel(x, y, 5), a, a),
            Run(precision, 1, (session, x, _) => session.GaussianKernel(x, x, 5), a, a));
    }

    [Theory]
    [InlineData(Precision.Single, false)]
    [InlineData(Precision.Single, true)]
    [InlineData(Precision.Double, false)]
    [InlineData(Precision.Double, true)]
    public void AGramMatrixIsAddedToTargetsThatAreSymmetricAndToThoseThatAreNot(Precision precision, bool isSymmetric)
    {
        var (a, start) = (Dense.Random(90, 130, seed: 8), Dense.Random(130, 130, seed: 9));
        if (isSymmetric) start = start.Plus(start.Transposed()).Map(number => (float)number);
        Dense Add(bool same) => Run(precision, 1, (session, x, y) =>
        {
            var target = session.Upload(start.Elements, 130, 130);
            session.MultiplyAdd(x, same ? x : y, true, false, target);
            return target;
        }, a, a);
        AssertSameBits(Add(same: false), Add(same: true));
    }

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void BitsDoNotDependOnTheNumberOfThreads(Precision precision)
    {
        var (a, b) = (Dense.Random(301, 270, seed: 10), Dense.Random(530, 270, seed: 11));
        var operations = new Func<ComputeSession, Matrix, Matrix, Matrix>[]
        {
            (session, x, y) => session.Multiply(x, y, false, true),
            (session, x, _) => session.Multiply(x, x, true, false),
            (session, x, y) => session.GaussianKernel(x, y, 10),
            (session, _, y) => session.SquaredDistances(y, y),
        };
        foreach (var operation in operations)
        {
            var one = Run(precision, 1, operation, a, b);
            foreach (var threads in new[] { 2, 8 }) AssertSameBits(one, Run(precision, threads, operation, a, b));
        }
    }

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void BitsDoNotDependOnTheRowsOfABlock(Precision precision)
    {
        var (a, b) = (Dense.Random(230, 300, seed: 12), Dense.Random(100, 300, seed: 13));
        foreach (var operation in new Func<ComputeSession, Matrix, Matrix, Matrix>[]
        {
            (session, x, y) => session.Multiply(x, y, false, true),
            (session, x, y) => session.GaussianKernel(x, y, 10),
        })
        {
            var whole = Run(precision, 2, operation, a, b);
            foreach (var size in new[] { 1, 7, 100 })
            {
                var cut = Enumerable.Range(0, (230 + size - 1) / size).SelectMany(block => Run(precision, 2, operation, a.RowRange(block * size, Math.Min(size, 230 - (block * size))), b).Elements);
                AssertSameBits(whole, new Dense(230, 100, [.. cut]));
            }
        }
    }

    [Fact]
    public void ACancelledSessionEndsAProduct()
    {
        using var session = provider.Open(provider.Probe()[0], Precision.Single);
        using var cancellation = new CancellationTokenSource();
        using var matrix = session.Upload(new float[200 * 200], 200, 200);
        session.Cancellation = cancellation.Token;
        cancellation.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => session.Multiply(matrix, matrix, false, false));
    }

    private static float[] Singles(double[] numbers) => [.. numbers.Select(number => (float)number)];

    private static void AssertSameBits(Dense expected, Dense actual)
    {
        for (var i = 0; i < expected.Elements.Length; i++)
        {
            if (BitConverter.DoubleToInt64Bits(expected.Elements[i]) != BitConverter.DoubleToInt64Bits(actual.Elements[i]))
                Assert.Fail($"element ({i / expected.Columns}, {i % expected.Columns}) is {actual.Elements[i]:R}; expected {expected.Elements[i]:R}.");
        }
    }

    private Dense Run(Precision precision, int threads, Func<ComputeSession, Matrix, Matrix, Matrix> operation, Dense a, Dense b)
    {
        using var session = provider.Open(provider.Probe()[0], precision);
        session.Threads = threads;
        var result = operation(session, session.Upload(a.Elements, a.Rows, a.Columns), session.Upload(b.Elements, b.Rows, b.Columns));
        var dense = new Dense(result.Rows, result.Columns);
        session.Download(result, dense.Elements.AsSpan());
        return dense;
    }
}
