namespace Infoscope.Compute.Tests;

public abstract partial class ComputeConformance
{
    [Theory]
    [InlineData(0, 3, 4)]
    [InlineData(5, 0, 4)]
    [InlineData(1, 1, 1)]
    [InlineData(7, 3, 2)]
    [InlineData(100, 17, 9)]
    [InlineData(9, 5, 200)]
    public void SegmentsAreSumsOfTheirRows(int rows, int columns, int segments)
    {
        var matrix = Dense.Random(rows, columns, seed: 31);
        var labels = RandomLabels(rows, segments, seed: 32);
        var expected = matrix.SegmentSums(labels, segments);
        var tolerance = matrix.Map(Math.Abs).SegmentSums(labels, segments);
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            double Tolerance(int row, int column) => (tolerance[row, column] + 1) * ((2 * (rows + 1) * DoubleUnit) + Unit(precision));
            AssertClose(expected, Run(precision, (session, m) => session.SegmentSum(m[0], labels, segments), matrix), Tolerance);

            var start = Dense.Random(segments, columns, seed: 33);
            var added = Run(
                precision,
                (session, m) =>
                {
                    session.SegmentSumAdd(m[0], labels, m[1]);
                    return m[1];
                },
                matrix,
                start);
            AssertClose(expected.Plus(start), added, Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void SegmentsWithoutRowsAreZeroAndUnlabelledRowsCountNowhere(Precision precision)
    {
        var matrix = new Dense(3, 2, [1, 2, double.NaN, double.PositiveInfinity, 4, 8]);
        var sums = Run(precision, (session, m) => session.SegmentSum(m[0], [2, -1, 2], 4), matrix);
        Assert.Equal([0, 0, 0, 0, 5, 10, 0, 0], sums.Elements);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void NoSegmentsAreAllowedWhenNoRowHasOne(Precision precision) =>
        Assert.Equal(0, Run(precision, (session, m) => session.SegmentSum(m[0], [-1, -1], 0), Dense.Random(2, 3, seed: 34)).Rows);

    [Theory]
    [MemberData(nameof(Precisions))]
    public void SegmentsAreSummedInDouble(Precision precision)
    {
        var column = Dense.Of(1002, 1, (row, _) => row == 0 ? 1 << 24 : row <= 1000 ? 1 : -(1 << 24));
        Assert.Equal([1000.0], Run(precision, (session, m) => session.SegmentSum(m[0], new int[1002], 1), column).Elements);
    }

    private static int[] RandomLabels(int rows, int segments, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, rows).Select(_ => random.Next(-1, segments))];
    }
}
