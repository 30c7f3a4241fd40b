using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.SoftEntropy.Rows;

namespace Infoscope.Plugins.SoftEntropy.Tests.Rows;

public sealed class UnitRowTests
{
    [Property(MaxTest = 300)]
    public Property ARowOfAnySizeGetsLengthOne() => Prop.ForAll(Exponents.ToArbitrary(), exponent =>
    {
        double[] row = [Math.ScaleB(3, exponent), Math.ScaleB(-4, exponent)];
        var unit = new double[2];
        Assert.Equal(RowFate.Used, UnitRow.Normalize(row, unit));
        Assert.Equal([0.6, -0.8], unit);
    });

    [Fact]
    public void TheSmallestSubnormalBesideTheLargestNumberDoesNotDisturbIt()
    {
        var unit = new double[2];
        Assert.Equal(RowFate.Used, UnitRow.Normalize([double.MaxValue, double.Epsilon], unit));
        Assert.Equal([1, 0], unit);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void ARowThatIsNotFiniteIsToldApart(double value)
    {
        Assert.Equal(RowFate.NonFinite, UnitRow.Normalize([1, value, 0], new double[3]));
    }

    [Fact]
    public void AZeroRowIsToldApart()
    {
        Assert.Equal(RowFate.Zero, UnitRow.Normalize([0, -0.0, 0], new double[3]));
    }

    // 3 and 4 times 2^-1070 are subnormal and exact; 4 times 2^1021 is the largest power of two.
    private static Gen<int> Exponents => Gen.Choose(-1070, 1021);
}
