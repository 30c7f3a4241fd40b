namespace Infoscope.Conformance.Tests.Checking;

public sealed class BinomialTests
{
    [Theory]
    [InlineData(0, 5, 0.3, 1.0)]
    [InlineData(5, 5, 0.5, 1.0 / 32)]
    [InlineData(4, 5, 0.5, 6.0 / 32)]
    [InlineData(1, 2, 0.1, 0.19)]
    public void TheTailIsTheSumOfItsTerms(int successes, int n, double p, double expected) => Assert.Equal(expected, Binomial.UpperTail(successes, n, p), 1e-14);

    [Fact]
    public void TheTailsOfOneMoreDifferByATerm()
    {
        // C(1000, 29) p^29 (1-p)^971 with p = 1/35, by logarithms of factorials.
        static double LogFactorial(int n) => Enumerable.Range(1, n).Sum(i => Math.Log(i));
        var term = Math.Exp(LogFactorial(1000) - LogFactorial(29) - LogFactorial(971) + (29 * Math.Log(1.0 / 35)) + (971 * Math.Log(34.0 / 35)));
        Assert.Equal(term, Binomial.UpperTail(29, 1000, 1.0 / 35) - Binomial.UpperTail(30, 1000, 1.0 / 35), 1e-12);
    }
}
