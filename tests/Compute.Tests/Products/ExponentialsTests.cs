namespace Infoscope.Compute.Tests;

public sealed class ExponentialsTests
{
    /// <summary>What issue the kernels are held to; the platform's own exponential errs by less than 3e-16.</summary>
    private const double MostRelativeError = 1e-13;

    [Fact]
    public void ExponentialsAreThoseOfThePlatformWithinThirteenDigits()
    {
        // All that is not subnormal or infinite, and densely where kernels are.
        double[] numbers = [.. Enumerable.Range(0, 14_173).Select(i => -708 + (i * 0.1)), .. Enumerable.Range(0, 4001).Select(i => i * -0.001)];
        double[] results = [.. numbers];
        Exponentials.OfMultiples(results, 1);
        for (var i = 0; i < numbers.Length; i++)
        {
            var expected = Math.Exp(numbers[i]);
            Assert.InRange(Math.Abs(results[i] - expected), 0, MostRelativeError * expected);
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(-1e300, 0)]
    [InlineData(-746, 0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.NaN, double.NaN)]
    public void TheEndsOfTheRangeAreExact(double number, double expected)
    {
        // On either path: twelve numbers fill one register of eight and leave four.
        double[] numbers = [.. Enumerable.Repeat(number, 12)];
        Exponentials.OfMultiples(numbers, 1);
        Assert.All(numbers, result => Assert.Equal(expected, result));
    }

    [Fact]
    public void SubnormalExponentialsKeepTheDigitsThatThereAre()
    {
        double[] numbers = [-709, -720, -740, -745];
        double[] results = [.. numbers];
        Exponentials.OfMultiples(results, 1);
        for (var i = 0; i < numbers.Length; i++) Assert.Equal(Math.Exp(numbers[i]), results[i], tolerance: 2 * double.Epsilon + (MostRelativeError * Math.Exp(numbers[i])));
    }

    [Fact]
    public void AnExponentialDoesNotDependOnWhereItLies()
    {
        double[] numbers = [.. Enumerable.Range(0, 37).Select(i => i * 0.731)];
        double[] together = [.. numbers];
        Exponentials.OfMultiples(together, -0.37);
        for (var i = 0; i < numbers.Length; i++)
        {
            double[] alone = [numbers[i]];
            Exponentials.OfMultiples(alone, -0.37);
            Assert.Equal(BitConverter.DoubleToInt64Bits(together[i]), BitConverter.DoubleToInt64Bits(alone[0]));
        }
    }
}
