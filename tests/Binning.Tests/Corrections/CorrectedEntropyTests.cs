using Infoscope.Plugins.Binning.Corrections;
using Infoscope.Plugins.Binning.Counts;

namespace Infoscope.Plugins.Binning.Tests.Corrections;

public sealed class CorrectedEntropyTests
{
    private const int Cells = 4, MostDraws = 8;

    // Some 40 additions and logarithms of numbers below 10 on either side; the jackknife of the direct form multiplies its errors by N <= 8.
    private const double Rounding = 1e-13;

    public static TheoryData<EntropyCorrection> All => [.. Enum.GetValues<EntropyCorrection>()];

    [Theory]
    [MemberData(nameof(All))]
    public void EveryWayToPutUpToEightDrawsIntoFourCellsAgreesWithTheDirectForm(EntropyCorrection correction)
    {
        var ways = 0;
        foreach (var counts in Compositions.UpTo(MostDraws, Cells))
        {
            ways++;
            var (expected, actual) = (DirectForms.Nats(correction, counts), Of(correction, counts));
            Assert.True(Math.Abs(expected - actual) <= Rounding, $"{correction} of {string.Join(' ', counts)}: {actual:R}, by the direct form {expected:R}");
        }

        // C(12, 4) ways for 0 to 8 draws, less the one for none.
        Assert.Equal(494, ways);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TheOrderOfCellsIsNoMatter(EntropyCorrection correction) =>
        Assert.Equal(Of(correction, [5, 0, 1, 3, 1, 7], 50), Of(correction, [1, 7, 3, 0, 5, 1], 50));

    [Theory]
    [MemberData(nameof(All))]
    public void EveryInputWithADrawGivesAFiniteNumber(EntropyCorrection correction)
    {
        long[][] inputs = [[1], [2], [1_000_000_000_000], [1, 1], [1, 1_000_000_000_000], [1_000_000_000_000, 1_000_000_000_000], [.. Enumerable.Repeat(1L, 1000)], [.. Enumerable.Repeat(7L, 1000)], [1, 10, 100, 1000, 10_000, 1_000_000_000]];
        foreach (var counts in inputs)
        {
            foreach (var logAlphabet in new[] { Math.Log(counts.Length), Math.Log(counts.Length) + 1e-12, Math.Log(counts.Length + 1), 30, 700, 750, 1e5 })
            {
                var nats = CorrectedEntropy.Nats(correction, CountsOfCounts.Of(counts), logAlphabet);
                // Grassberger's alone may be below 0, by at most 1/(6 N^2), and the next term of its series; other sums round.
                var least = correction == EntropyCorrection.Grassberger ? -0.04 : -1e-12;
                Assert.True(double.IsFinite(nats) && nats >= least, $"{correction} of {counts.Length} symbols, the first {counts[0]}, ln K = {logAlphabet:R}: {nats:R}");
                if (correction is EntropyCorrection.JamesStein or EntropyCorrection.Nsb) Assert.InRange(nats, least, logAlphabet * (1 + 1e-12));
            }
        }
    }

    [Theory]
    [InlineData(EntropyCorrection.JamesStein)]
    [InlineData(EntropyCorrection.Nsb)]
    public void AnAlphabetOfOneSymbolHasNoEntropy(EntropyCorrection correction) => Assert.Equal(0, CorrectedEntropy.Nats(correction, CountsOfCounts.Of([3]), 0));

    [Theory]
    [InlineData(EntropyCorrection.JamesStein, "james-stein")]
    [InlineData(EntropyCorrection.Nsb, "nsb")]
    public void AnAlphabetThatCannotBeIsRefused(EntropyCorrection correction, string name)
    {
        foreach (var logAlphabet in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            var refused = Assert.Throws<ArgumentException>(() => CorrectedEntropy.Nats(correction, CountsOfCounts.Of([3, 1]), logAlphabet));
            Assert.StartsWith($"{name} needs the number of symbols that could occur, but its logarithm is ", refused.Message, StringComparison.Ordinal);
        }

        var tooSmall = Assert.Throws<ArgumentException>(() => CorrectedEntropy.Nats(correction, CountsOfCounts.Of([3, 1, 1]), Math.Log(2)));
        Assert.StartsWith($"{name} was told of 2 symbols that could occur, but 3 did; give at least 3.", tooSmall.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void OnlyTheShrinkingOnesLookAtTheAlphabet(EntropyCorrection correction)
    {
        var counts = CountsOfCounts.Of([3, 1]);
        if (correction is EntropyCorrection.JamesStein or EntropyCorrection.Nsb) Assert.NotEqual(CorrectedEntropy.Nats(correction, counts, Math.Log(2)), CorrectedEntropy.Nats(correction, counts, 5));
        else Assert.Equal(CorrectedEntropy.Nats(correction, counts, double.NaN), CorrectedEntropy.Nats(correction, counts, 5));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void NoDrawIsRefused(EntropyCorrection correction) =>
        Assert.StartsWith("There is no draw", Assert.Throws<ArgumentException>(() => CorrectedEntropy.Nats(correction, CountsOfCounts.Of([0, 0]), 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void ARareSymbolKeepsItsDigits()
    {
        // H = e (1 - ln e) + O(e^2) for a share e.
        const double Share = 1 / 1_000_000_000_001.0;
        var expected = Share * (1 - Math.Log(Share));
        Assert.InRange(Of(EntropyCorrection.PlugIn, [1_000_000_000_000, 1], 2) / expected, 1 - 1e-11, 1 + 1e-11);
    }

    [Fact]
    public void OneSymbolIsWhereGrassbergerIsBelowZero()
    {
        // psi(x + 1/2) = ln x + 1/(24 x^2) - 7/(960 x^4) + ..., x = N/2.
        foreach (var draws in new long[] { 2, 10, 100 }) Assert.InRange(Of(EntropyCorrection.Grassberger, [draws]) * draws * draws, -1.0 / 6, -0.9 / 6 + (7.0 / 60 / draws / draws));
    }

    private static double Of(EntropyCorrection correction, long[] counts) => Of(correction, counts, counts.Length);

    private static double Of(EntropyCorrection correction, long[] counts, int cells) => CorrectedEntropy.Nats(correction, CountsOfCounts.Of(counts), Math.Log(cells));
}
