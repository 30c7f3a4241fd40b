namespace Infoscope.Compute.Tests;

public abstract partial class ComputeConformance
{
    private const double Scale = 12.5;

    public static TheoryData<int, int, int> AssignmentSizes => new()
    {
        { 0, 5, 3 }, { 1, 1, 1 }, { 1, 9, 2 }, { 3, 2, 17 }, { 13, 31, 8 }, { 33, 129, 100 }, { 101, 300, 33 }, { 200, 17, 5 },
    };

    [Theory]
    [MemberData(nameof(AssignmentSizes))]
    public void RowsAreAssignedAsByOneOperationAfterAnother(int rows, int columns, int anchors)
    {
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            using var session = Open(precision);
            var (x, a) = (Dense.Random(rows, columns, seed: 41), UnitRows(anchors, columns, seed: 42));
            var (shares, entropies) = Assign(session, x, a, Scale);
            var (expected, expectedEntropies) = Composed(session, x, a, Scale);

            // A cosine errs by a unit for each of its terms and some for the length, on either side; the softmax multiplies that by the scale.
            var ofExponent = 2 * Scale * (columns + 8) * Unit(precision);
            AssertClose(expected, shares, (row, column) => expected[row, column] * 2 * ofExponent);
            AssertClose(new Dense(1, rows, expectedEntropies), new Dense(1, rows, entropies), (_, _) => (2 * ofExponent * Scale) + (20 * DoubleUnit));
            for (var row = 0; row < rows; row++) Assert.Equal(1, shares.Row(row).Sum(), (anchors + 2) * DoubleUnit);
        }
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void ARowsAssignmentDependsOnThatRowAlone(Precision precision)
    {
        const int rows = 205, columns = 37, anchors = 21, stride = 41;
        using var session = Open(precision);
        var x = Dense.Random(rows, stride, seed: 43);
        x.Elements.AsSpan(7 * stride, columns).Clear();
        x.Elements[(9 * stride) + 3] = double.NaN;
        x.Elements[(11 * stride) + 3] = double.PositiveInfinity;
        var huge = precision == Precision.Single ? Math.ScaleB(1, 120) : Math.ScaleB(1, 1010);
        for (var column = 0; column < columns; column++) x.Elements[(60 * stride) + column] *= huge;
        for (var column = 0; column < columns; column++) x.Elements[(61 * stride) + column] /= huge;
        var a = UnitRows(anchors, columns, seed: 44);
        var (shares, entropies) = Assign(session, x, a, Scale);
        foreach (var size in new[] { 1, 7, 96, 204 })
        {
            for (var first = 0; first < rows; first += size)
            {
                var count = Math.Min(size, rows - first);
                var (some, someEntropies) = Assign(session, x.RowRange(first, count), a, Scale);
                AssertSameBits(shares.RowRange(first, count).Elements, some.Elements);
                AssertSameBits(entropies[first..(first + count)], someEntropies);
            }
        }

        foreach (var row in new[] { 7, 9, 11 })
        {
            Assert.All(shares.Row(row), share => Assert.True(double.IsNaN(share)));
            Assert.True(double.IsNaN(entropies[row]));
        }

        Assert.Equal(1, shares.Row(60).Sum(), 1e-14);
        Assert.Equal(1, shares.Row(61).Sum(), 1e-14);
    }

    [Theory]
    [InlineData(Precision.Single, 120)]
    [InlineData(Precision.Single, 100)]
    [InlineData(Precision.Single, -100)]
    [InlineData(Precision.Single, -140)]
    [InlineData(Precision.Double, 1020)]
    [InlineData(Precision.Double, 600)]
    [InlineData(Precision.Double, -600)]
    [InlineData(Precision.Double, -1060)]
    public void RowsOfAnySizeAreAssignedAsOrdinaryOnesToTheLastBit(Precision precision, int exponent)
    {
        // Small integers times a power of two are exact at either end of the range.
        using var session = Open(precision);
        var ordinary = Dense.Of(3, 40, (row, column) => (((row * 40) + column) * 7 % 15) - 7);
        var a = UnitRows(12, 40, seed: 45);
        var (expected, expectedEntropies) = Assign(session, ordinary, a, Scale);
        var (shares, entropies) = Assign(session, ordinary.Map(number => Math.ScaleB(number, exponent)), a, Scale);
        AssertSameBits(expected.Elements, shares.Elements);
        AssertSameBits(expectedEntropies, entropies);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(-100)]
    public void AnchorsOfAnySizeKeepTheirProducts(int exponent)
    {
        // The scale undoes the size of the anchors; rows of other than ordinary size beside it.
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            using var session = Open(precision);
            var (x, a) = (Dense.Random(4, 30, seed: 46), UnitRows(6, 30, seed: 47));
            var (expected, _) = Assign(session, x, a, Scale);
            foreach (var size in new[] { 0, 20, -20 })
            {
                var (shares, _) = Assign(session, x.Map(number => Math.ScaleB(number, size)), a.Map(number => Math.ScaleB(number, exponent)), Math.ScaleB(Scale, -exponent));
                AssertClose(expected, shares, (row, column) => expected[row, column] * 4 * Scale * 38 * Unit(precision));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void ANegativeScaleTurnsTheOrderAroundAndZeroMakesAllAlike(Precision precision)
    {
        using var session = Open(precision);
        var (x, a) = (Dense.Random(5, 20, seed: 48), UnitRows(7, 20, seed: 49));
        var (negative, _) = Assign(session, x, a, -Scale);
        var (opposite, _) = Assign(session, x.Map(number => -number), a, Scale);
        AssertSameBits(opposite.Elements, negative.Elements);
        var (uniform, entropies) = Assign(session, x, a, 0);
        Assert.All(uniform.Elements, share => Assert.Equal(1 / 7.0, share));
        Assert.All(entropies, entropy => Assert.Equal(Math.Log(7), entropy, 4 * DoubleUnit));
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void AHugeScalePicksTheNearestAnchorAndLeavesNoEntropy(Precision precision)
    {
        using var session = Open(precision);
        var (shares, entropies) = Assign(session, new Dense(1, 2, [3, 4]), new Dense(3, 2, [1, 0, 0, 1, -1, 0]), double.MaxValue);
        Assert.Equal([0.0, 1, 0], shares.Elements);
        Assert.Equal([0.0], entropies);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void AnchorsThatChangeInPlaceAreUsedAsTheyAreNow(Precision precision)
    {
        using var session = Open(precision);
        var (x, a) = (Dense.Random(5, 20, seed: 50), UnitRows(7, 20, seed: 51));
        using var anchors = Upload(session, a);
        var before = new double[35];
        session.SoftAssign(x.Elements, 5, 20, anchors, Scale, before, []);
        double[] factors = [0.5, 2, 1, 0.25, 1, 1, 4];
        session.ScaleRows(anchors, factors);
        var after = new double[35];
        session.SoftAssign(x.Elements, 5, 20, anchors, Scale, after, []);
        var (expected, _) = Assign(session, x, Dense.Of(7, 20, (row, column) => a[row, column] * factors[row]), Scale);
        AssertSameBits(expected.Elements, after);
        Assert.NotEqual(before, after);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void RowsInTheOtherPrecisionBecomeTheSessions(Precision precision)
    {
        using var session = Open(precision);
        var (x, a) = (Dense.Random(5, 20, seed: 52), UnitRows(7, 20, seed: 53));
        using var anchors = Upload(session, a);
        var (ofSingle, ofDouble) = (new double[35], new double[35]);
        session.SoftAssign(Array.ConvertAll(x.Elements, number => (float)number), 5, 20, anchors, Scale, ofSingle, []);
        session.SoftAssign(x.Elements, 5, 20, anchors, Scale, ofDouble, []);
        AssertSameBits(ofDouble, ofSingle);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void WithoutAnchorsThereIsNothingToAssignTo(Precision precision)
    {
        using var session = Open(precision);
        var (shares, entropies) = Assign(session, Dense.Random(3, 4, seed: 54), new Dense(0, 4), Scale);
        Assert.Empty(shares.Elements);
        Assert.Equal([0.0, 0, 0], entropies);
    }

    private static Dense UnitRows(int rows, int columns, int seed) =>
        Dense.Random(rows, columns, seed).MapRows(row => [.. row.Select(number => (double)(float)(number / Math.Sqrt(row.Sum(other => other * other))))]);

    private static (Dense Shares, double[] EntropiesNats) Assign(ComputeSession session, Dense rows, Dense anchors, double scale)
    {
        using var matrix = session.Upload(anchors.Elements, anchors.Rows, anchors.Columns);
        var (shares, entropies) = (new Dense(rows.Rows, anchors.Rows), new double[rows.Rows]);
        if (session.Precision == Precision.Double) session.SoftAssign(rows.Elements, rows.Rows, rows.Columns, matrix, scale, shares.Elements, entropies);
        else session.SoftAssign(Array.ConvertAll(rows.Elements, number => (float)number), rows.Rows, rows.Columns, matrix, scale, shares.Elements, entropies);
        return (shares, entropies);
    }

    private static (Dense Shares, double[] EntropiesNats) Composed(ComputeSession session, Dense rows, Dense anchors, double scale)
    {
        using var matrix = session.Upload(anchors.Elements, anchors.Rows, anchors.Columns);
        using var normalized = session.Upload(rows.Elements, rows.Rows, rows.Columns);
        var (shares, entropies) = (new Dense(rows.Rows, anchors.Rows), new double[rows.Rows]);
        ComposedAssignment.Of(session, normalized, matrix, scale, shares.Elements, entropies);
        return (shares, entropies);
    }
}
