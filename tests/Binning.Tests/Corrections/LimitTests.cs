using Infoscope.Plugins.Binning.Corrections;
using Infoscope.Plugins.Binning.Counts;

namespace Infoscope.Plugins.Binning.Tests.Corrections;

/// <summary>What the corrections tend to: with many draws, with many symbols that could occur, with one draw.</summary>
public sealed class LimitTests
{
    public static TheoryData<EntropyCorrection> All => [.. Enum.GetValues<EntropyCorrection>()];

    [Theory]
    [MemberData(nameof(All))]
    public void WithManyDrawsAllAreThePlugInEntropy(EntropyCorrection correction)
    {
        long[] shape = [5, 3, 2, 1];
        foreach (var scale in new long[] { 1000, 1_000_000, 1_000_000_000, 90_000_000_000 })
        {
            long[] counts = [.. shape.Select(count => count * scale)];
            var apart = Of(correction, counts, Math.Log(6)) - Of(EntropyCorrection.PlugIn, counts, Math.Log(6));
            // (m - 1)/2N, or with all of the alphabet (K - 1)/2N, times at most ln N for symbols that might still come; and rounding.
            var least = 5.0 / (2 * counts.Sum());
            Assert.InRange(apart, -least - 1e-14, (least * 2 * Math.Log(counts.Sum())) + 1e-14);
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(100)]
    [InlineData(1e9)]
    [InlineData(1e300)]
    public void OfOneDrawTheMeanUnderThePriorIsLeft(double symbols) => AssertHalf(Math.Log(symbols));

    [Theory]
    [InlineData(100)]
    [InlineData(2000)]
    [InlineData(1e5)]
    public void OfOneDrawTheMeanUnderThePriorIsLeftForAlphabetsOfAnySize(double logAlphabet) => AssertHalf(logAlphabet);

    [Fact]
    public void WithRepeatsManySymbolsThatCouldOccurChangeNothing()
    {
        // With N - m = 5 repeats the density falls like (K beta)^-5, so that a K of e^30 misses less than e^-100 of it; what is left are the roundings of ln K ~ 1e5.
        long[] counts = [5, 2, 1, 1];
        var limit = Of(EntropyCorrection.Nsb, counts, 30);
        foreach (var logAlphabet in new[] { 35, 100, 800, 1e4, 1e5 }) Assert.Equal(limit, Of(EntropyCorrection.Nsb, counts, logAlphabet), 1e-12);
        Assert.NotEqual(limit, Of(EntropyCorrection.Nsb, counts, 5), 1e-4);
    }

    [Theory]
    [InlineData(1e15)]
    [InlineData(1e17)]
    public void OfMoreDrawsThanTheDensityHasDigitsForThereIsAnEndAllTheSame(double scale)
    {
        long[] counts = [.. new long[] { 4, 2, 1, 1 }.Select(count => count * (long)scale)];
        Assert.Equal(Of(EntropyCorrection.PlugIn, counts, Math.Log(10)), Of(EntropyCorrection.Nsb, counts, Math.Log(10)), 1e-9);
    }

    [Fact]
    public void ASearchThatFindsNothingEndsAndSaysOfWhat() => Assert.Equal(
        "the entropy of 8000000000000000000 draws of 4 symbols out of exp(2.30259) cannot be found by nsb: the sums over its posterior do not settle; use another correction.",
        Assert.Throws<NumericalFailureException>(() => Of(EntropyCorrection.Nsb, [4_000_000_000_000_000_000, 2_000_000_000_000_000_000, 1_000_000_000_000_000_000, 1_000_000_000_000_000_000], Math.Log(10))).Message);

    [Fact]
    public void TheLimitIsApproachedSmoothly()
    {
        // H(K) tends to its limit with 1/K, and never turns back.
        long[] counts = [5, 2, 1, 1];
        var values = Enumerable.Range(0, 60).Select(step => Of(EntropyCorrection.Nsb, counts, 2 + (0.25 * step))).ToArray();
        for (var step = 1; step < values.Length; step++) Assert.InRange(values[step] - values[step - 1], 0, 0.25);
    }

    [Fact]
    public void WithoutRepeatsTheEntropyGrowsLikeHalfOfTheLogarithm()
    {
        // The density is flat from ln N^2 to ln K, and the mean entropy there t + Euler's constant.
        var counts = CountsOfCounts.Of(Enumerable.Repeat(1L, 50));
        double At(double logAlphabet) => CorrectedEntropy.Nats(EntropyCorrection.Nsb, counts, logAlphabet);
        // Both edges are those of every large K, so that the mean moves by half of what ln K moves; the term of the edges falls like 1/ln K and is the same to 1e-9 of it here.
        Assert.Equal(0.5, (At(100_000) - At(90_000)) / 10_000, 1e-7);
        // On either side of where the arithmetic series sets in, at 2 ln N + 80 = 87.8.
        Assert.Equal(0, At(87.7) - (2 * At(87.8)) + At(87.9), 1e-4);
        Assert.Equal(At(120) - At(119), At(121) - At(120), 1e-4);
    }

    [Fact]
    public void JamesAndSteinTakeAnyLogarithm()
    {
        // L -> (1 - sum f^2)/((N - 1) sum f^2) and H -> L (ln K - ln L) - sum (1 - L) f ln((1 - L) f).
        double[] frequencies = [0.5, 0.3, 0.2];
        var square = frequencies.Sum(f => f * f);
        var shrinkage = (1 - square) / (9 * square);
        foreach (var logAlphabet in new[] { 50, 800, 1e5 })
        {
            var expected = (shrinkage * (logAlphabet - Math.Log(shrinkage))) - frequencies.Sum(f => (1 - shrinkage) * f * Math.Log((1 - shrinkage) * f));
            Assert.Equal(1, Of(EntropyCorrection.JamesStein, [5, 3, 2], logAlphabet) / expected, 1e-14);
        }

        Assert.Equal(1e5, Of(EntropyCorrection.JamesStein, [1, 1, 1], 1e5));
    }

    private static void AssertHalf(double logAlphabet) => Assert.Equal(0.5, Of(EntropyCorrection.Nsb, [1], logAlphabet) / logAlphabet, 1e-12);

    private static double Of(EntropyCorrection correction, long[] counts, double logAlphabet) => CorrectedEntropy.Nats(correction, CountsOfCounts.Of(counts), logAlphabet);
}
