namespace Infoscope.Compute.Tests;

public abstract partial class ComputeConformance
{
    [Theory]
    [MemberData(nameof(ProductSizes))]
    public void SquaredDistancesAndKernelsFollowTheirDefinitions(int rows, int features, int columns)
    {
        // As wide as the distances are, so that no element of the kernel is near the end of the range.
        var bandwidth = 0.75 * Math.Sqrt(features + 1);
        var (a, b) = (Dense.Random(rows, features, seed: 41), Dense.Random(columns, features, seed: 42));
        var distances = a.SquaredDistancesTo(b);
        var kernel = distances.Map(distance => Math.Exp(-distance / (2 * bandwidth * bandwidth)));

        // Sums of squares cancel nothing, so the error is relative, on either side: each difference and square rounds, and so does each addition.
        var relative = 2 * (features + 3) * DoubleUnit;
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            AssertClose(
                distances,
                Run(precision, (session, m) => session.SquaredDistances(m[0], m[1]), a, b),
                (row, column) => distances[row, column] * (relative + Unit(precision)));

            // The error of the exponent is an absolute one of the logarithm. 8 units cover bandwidth, exponentials and storing in double.
            AssertClose(
                kernel,
                Run(precision, (session, m) => session.GaussianKernel(m[0], m[1], bandwidth), a, b),
                (row, column) => kernel[row, column] * ((distances[row, column] / (2 * bandwidth * bandwidth) * (relative + (4 * DoubleUnit))) + (8 * DoubleUnit) + Unit(precision)));
        }
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void DistancesFarFromTheOriginDoNotCancel(Precision precision)
    {
        // 2^20 + i/8 is exact in single; |x|^2 + |y|^2 - 2xy would need 46 bits to tell these distances from 0.
        var points = Dense.Of(6, 3, (row, column) => (1 << 20) + ((row * (column + 1)) / 8.0));
        Assert.Equal(points.SquaredDistancesTo(points).Elements, Run(precision, (session, m) => session.SquaredDistances(m[0], m[0]), points).Elements);
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void DistancesAreSymmetricNeverNegativeAndZeroBetweenEqualRows(Precision precision)
    {
        var points = Dense.Random(23, 77, seed: 43);
        points.Row(3).CopyTo(points.Elements.AsSpan(11 * 77));
        var distances = Run(precision, (session, m) => session.SquaredDistances(m[0], m[0]), points);
        AssertSameBits(distances.Elements, distances.Transposed().Elements);
        Assert.All(distances.Elements, distance => Assert.True(distance >= 0));
        for (var row = 0; row < 23; row++) Assert.Equal(0, distances[row, row]);
        Assert.Equal(0, distances[3, 11]);
    }

    [Theory]
    [InlineData(Precision.Single, 60)]
    [InlineData(Precision.Single, -70)]
    [InlineData(Precision.Double, 505)]
    [InlineData(Precision.Double, -530)]
    public void HugeAndTinyDistancesAreExactWhileTheirSquaresAreInRange(Precision precision, int exponent)
    {
        var (a, b) = (new Dense(1, 2, [Math.ScaleB(3, exponent), 0]), new Dense(1, 2, [0, Math.ScaleB(4, exponent)]));
        Assert.Equal([Math.ScaleB(25, 2 * exponent)], Run(precision, (session, m) => session.SquaredDistances(m[0], m[1]), a, b).Elements);
    }

    [Theory]
    [InlineData(Precision.Single, 126)]
    [InlineData(Precision.Single, -149)]
    [InlineData(Precision.Double, 1022)]
    [InlineData(Precision.Double, -1021)]
    public void AKernelDependsOnTheRatioOfDistanceAndBandwidthAlone(Precision precision, int exponent)
    {
        var unit = Math.ScaleB(1, exponent);
        var kernel = Run(precision, (session, m) => session.GaussianKernel(m[0], m[1], unit), new Dense(1, 1, [unit]), new Dense(3, 1, [0, unit, 2 * unit]));
        AssertClose(new Dense(1, 3, [Math.Exp(-0.5), 1, Math.Exp(-0.5)]), kernel, (_, _) => 4 * Unit(precision));
    }

    [Theory]
    [InlineData(double.Epsilon, 0)]
    [InlineData(1e-300, 0)]
    [InlineData(double.MaxValue, 1)]
    public void TheWidestAndNarrowestKernelsSeparateAllRowsOrNone(double bandwidth, double expected)
    {
        foreach (var precision in new[] { Precision.Single, Precision.Double })
        {
            var kernel = Run(precision, (session, m) => session.GaussianKernel(m[0], m[0], bandwidth), new Dense(2, 2, [1, 2, 1, 3]));
            Assert.Equal([1, expected, expected, 1], kernel.Elements);
        }
    }

    [Theory]
    [MemberData(nameof(Precisions))]
    public void ARowOfDistancesDependsOnThatRowAlone(Precision precision)
    {
        var (a, b) = (Dense.Random(11, 40, seed: 44), Dense.Random(13, 40, seed: 45));
        var whole = Run(precision, (session, m) => session.SquaredDistances(m[0], m[1]), a, b);
        for (var row = 0; row < 11; row++)
            AssertSameBits(whole.Row(row), Run(precision, (session, m) => session.SquaredDistances(m[0], m[1]), a.RowRange(row, 1), b).Elements);
    }
}
