namespace Infoscope.Compute.Tests;

public abstract partial class ComputeConformance
{
    public static TheoryData<int, int> RowSizes => new()
    {
        { 0, 0 }, { 0, 5 }, { 5, 0 }, { 1, 1 }, { 1, 9 }, { 7, 1 }, { 4, 8 }, { 13, 31 }, { 33, 129 },
    };

    [Theory]
    [MemberData(nameof(RowSizes))]
    public void NormalizedRowsHaveLengthOne(int rows, int columns)
    {
        var matrix = Dense.Random(rows, columns, seed: 11);
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            var expected = matrix.MapRows(row => [.. row.Select(x => x / Math.Sqrt(row.Sum(y => y * y)))]);
            var actual = RunInPlace(precision, (session, m) => Assert.Equal(columns == 0 ? rows : 0, session.NormalizeRows(m)), matrix);

            // The sum of squares errs by n units on either side, the root halves that, and each of root and quotient rounds once.
            AssertClose(expected, actual, (row, column) => Math.Abs(expected[row, column]) * (((columns + 5) * DoubleUnit) + (2 * Unit(precision))));
        }
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void ZeroRowsStayZeroAndAreCounted(Precision precision)
    {
        var matrix = new Dense(4, 2, [0, 0, 3, 4, -0.0, 0, 0, 0]);
        var normalized = RunInPlace(precision, (session, m) => Assert.Equal(3, session.NormalizeRows(m)), matrix);
        Assert.Equal([0.0, 0.0], normalized.Row(0));
        AssertClose(new Dense(1, 2, [0.6, 0.8]), normalized.RowRange(1, 1), (_, _) => 4 * Unit(precision));
        Assert.Equal([0.0, 0, 0, 0], normalized.RowRange(2, 2).Elements);
    }

    [Theory]
    [InlineData(Precision.Single, -149)]
    [InlineData(Precision.Single, -140)]
    [InlineData(Precision.Single, -70)]
    [InlineData(Precision.Single, 125)]
    [InlineData(Precision.Double, -1074)]
    [InlineData(Precision.Double, -1040)]
    [InlineData(Precision.Double, -600)]
    [InlineData(Precision.Double, 600)]
    [InlineData(Precision.Double, 1021)]
    public void SubnormalAndHugeRowsHaveTheDirectionOfOrdinaryOnes(Precision precision, int exponent)
    {
        // Small integers times a power of two are exact at either end of the range.
        var ordinary = new Dense(2, 3, [1, -2, 2, 0, 3, 0]);
        var scaled = ordinary.Map(number => Math.ScaleB(number, exponent));
        var normalized = RunInPlace(precision, (session, m) => Assert.Equal(0, session.NormalizeRows(m)), scaled);
        AssertClose(new Dense(2, 3, [1 / 3.0, -2 / 3.0, 2 / 3.0, 0, 1, 0]), normalized, (_, _) => 4 * Unit(precision));
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void OneSmallElementBesideAHugeOneKeepsItsRatio(Precision precision)
    {
        var ratio = precision == Precision.Single ? Math.ScaleB(1, -100) : Math.ScaleB(1, -1000);
        var huge = precision == Precision.Single ? Math.ScaleB(1, 100) : Math.ScaleB(1, 1000);
        Assert.Equal([1, ratio], RunInPlace(precision, (session, m) => session.NormalizeRows(m), new Dense(1, 2, [huge, huge * ratio])).Elements);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void ARowWithANumberThatIsNotFiniteBecomesNotANumber(double bad)
    {
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            var normalized = RunInPlace(precision, (session, m) => Assert.Equal(0, session.NormalizeRows(m)), new Dense(2, 2, [1, bad, 0, 2]));
            Assert.All(normalized.Row(0), number => Assert.True(double.IsNaN(number)));
            Assert.Equal([0.0, 1.0], normalized.Row(1));
        }
    }

    [Theory]
    [MemberData(nameof(RowSizes))]
    public void RowsAreSummedScaledByRowAndScaledByColumn(int rows, int columns)
    {
        var matrix = Dense.Random(rows, columns, seed: 12);
        var (rowFactors, columnFactors) = (Dense.Random(1, rows, seed: 13).Elements, Dense.Random(1, columns, seed: 14).Elements);
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            var sums = Run(precision, (session, m) => session.RowSums(m[0]), matrix);
            AssertClose(
                Dense.Of(rows, 1, (row, _) => matrix.Row(row).Sum()),
                sums,
                (row, _) => matrix.Row(row).Sum(Math.Abs) * ((2 * (columns + 1) * DoubleUnit) + Unit(precision)));

            // Factors and elements are exact in single: one product, one rounding.
            var byRow = Dense.Of(rows, columns, (row, column) => matrix[row, column] * rowFactors[row]);
            AssertClose(byRow, RunInPlace(precision, (session, m) => session.ScaleRows(m, rowFactors), matrix), (row, column) => Math.Abs(byRow[row, column]) * Unit(precision));
            var byColumn = Dense.Of(rows, columns, (row, column) => matrix[row, column] * columnFactors[column]);
            AssertClose(byColumn, RunInPlace(precision, (session, m) => session.ScaleColumns(m, columnFactors), matrix), (row, column) => Math.Abs(byColumn[row, column]) * Unit(precision));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    public void ANumberIsAddedToTheDiagonalAlone(int size)
    {
        var matrix = Dense.Random(size, size, seed: 15);
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            var expected = Dense.Of(size, size, (row, column) => matrix[row, column] + (row == column ? 0.25 : 0));
            AssertClose(expected, RunInPlace(precision, (session, m) => session.AddDiagonal(m, 0.25), matrix), (row, column) => row == column ? 2 * Unit(precision) : 0);
        }
    }
}
