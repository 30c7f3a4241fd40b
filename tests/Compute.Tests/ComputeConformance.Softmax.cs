namespace Infoscope.Compute.Tests;

public abstract partial class ComputeConformance
{
    [Theory]
    [MemberData(nameof(RowSizes))]
    public void SoftmaxIsNormalizedExponentials(int rows, int columns)
    {
        const double scale = -7.5;
        var matrix = Dense.Random(rows, columns, seed: 21);
        var expected = matrix.MapRows(row => [.. row.Select(x => Math.Exp(scale * x) / row.Sum(y => Math.Exp(scale * y)))]);

        // An exponent of magnitude up to 15 errs by a unit or two of itself, on either side; sums and quotients add the rest.
        var tolerance = ((2 * 2 * 15) + (2 * columns) + 10) * DoubleUnit;
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            AssertClose(
                expected,
                RunInPlace(precision, (session, m) => session.SoftmaxRows(m, scale), matrix),
                (row, column) => expected[row, column] * (tolerance + (2 * Unit(precision))));
        }
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void AScaleOfZeroGivesTheUniformDistributionExactly(Precision precision)
    {
        var extreme = precision == Precision.Single ? float.MaxValue : double.MaxValue;
        var seventh = precision == Precision.Single ? (float)(1 / 7.0) : 1 / 7.0;
        var softmax = RunInPlace(precision, (session, m) => session.SoftmaxRows(m, 0), new Dense(1, 7, [-extreme, extreme, 0, 1, -1, 1e-30, 5]));
        AssertSameBits(Enumerable.Repeat(seventh, 7), softmax.Elements);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void AHugeScalePicksTheLargestAndSharesAmongTies(Precision precision)
    {
        var matrix = new Dense(2, 3, [0.5, 0.25, 0.5, -3, -2, -1]);
        Assert.Equal([0.5, 0, 0.5, 0, 0, 1], RunInPlace(precision, (session, m) => session.SoftmaxRows(m, double.MaxValue), matrix).Elements);
        Assert.Equal([0, 1, 0, 1, 0, 0], RunInPlace(precision, (session, m) => session.SoftmaxRows(m, -double.MaxValue), matrix).Elements);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void HugeElementsWithATinyScaleKeepTheirDifferences(Precision precision)
    {
        // The products are -1 and 1 although the difference of the elements is beyond the range.
        var extreme = precision == Precision.Single ? float.MaxValue : double.MaxValue;
        var softmax = RunInPlace(precision, (session, m) => session.SoftmaxRows(m, 1 / extreme), new Dense(1, 2, [-extreme, extreme]));
        var small = 1 / (1 + Math.Exp(2));
        AssertClose(new Dense(1, 2, [small, 1 - small]), softmax, (_, _) => 20 * Unit(precision));
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void SoftmaxIsUnchangedWhenANumberIsAddedToARow(Precision precision)
    {
        // Elements and shifted elements are exact in single.
        var matrix = new Dense(1, 4, [1, 2, 3.5, -4]);
        var shifted = matrix.Map(number => number + 4096);
        Dense Softmax(Dense some) => RunInPlace(precision, (session, m) => session.SoftmaxRows(m, 1.75), some);
        AssertSameBits(Softmax(matrix).Elements, Softmax(shifted).Elements);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void MinusInfinityHasNoWeightAndNotANumberSpreadsOverItsRow(Precision precision)
    {
        var matrix = new Dense(2, 3, [double.NegativeInfinity, 1, 1, double.NaN, 1, 1]);
        var softmax = RunInPlace(precision, (session, m) => session.SoftmaxRows(m, 1), matrix);
        Assert.Equal([0, 0.5, 0.5], softmax.Row(0));
        Assert.All(softmax.Row(1), number => Assert.True(double.IsNaN(number)));
    }
}
