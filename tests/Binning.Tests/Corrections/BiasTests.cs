using Infoscope.Plugins.Binning.Corrections;
using Infoscope.Plugins.Binning.Counts;

namespace Infoscope.Plugins.Binning.Tests.Corrections;

/// <summary>Mean errors on known pmfs, exact: the sum over all outcomes of a few draws, each with its multinomial probability.</summary>
public sealed class BiasTests
{
    private static readonly double[] Skewed = [0.5, 0.3, 0.2];
    private static readonly double[] Even = [0.25, 0.25, 0.25, 0.25];

    public static TheoryData<EntropyCorrection> Corrected => [.. Enum.GetValues<EntropyCorrection>().Where(correction => correction != EntropyCorrection.PlugIn)];

    [Fact]
    public void ThePlugInEntropyIsTooLowByTheFirstTwoTermsOfHarris()
    {
        // -(m - 1)/2N + (1 - sum 1/p)/12N^2; what is left falls like N^-3, so that the double number of draws leaves about an eighth, and a quarter at most.
        double Rest(int draws)
        {
            var terms = ((1 - Skewed.Length) / (2.0 * draws)) + ((1 - Skewed.Sum(p => 1 / p)) / (12.0 * draws * draws));
            return Math.Abs(Bias(EntropyCorrection.PlugIn, Skewed, draws) - terms);
        }

        Assert.True(Bias(EntropyCorrection.PlugIn, Skewed, 5) < 0);
        Assert.InRange(Rest(40) / Rest(20), 0, 0.25);
        Assert.InRange(Rest(40), 0, 0.02 / 40);
    }

    [Fact]
    public void MillerAndMadowLeaveTheSecondTerm()
    {
        // Where every symbol occurs, the second term alone: (1 - sum 1/p)/12 N^2 = -9.3/(12 N^2) and its rest of less than half of it.
        const int Draws = 40;
        var second = (1 - Skewed.Sum(p => 1 / p)) / (12.0 * Draws * Draws);
        Assert.InRange(Bias(EntropyCorrection.MillerMadow, Skewed, Draws), 1.5 * second, 0);
    }

    [Theory]
    [MemberData(nameof(Corrected))]
    public void EveryCorrectionHasASmallerMeanErrorThanThePlugInEntropy(EntropyCorrection correction)
    {
        foreach (var (pmf, draws) in new[] { (Skewed, 10), (Skewed, 20), (Even, 4), (Even, 10) })
        {
            var (plugIn, corrected) = (Bias(EntropyCorrection.PlugIn, pmf, draws), Bias(correction, pmf, draws));
            Assert.True(Math.Abs(corrected) < Math.Abs(plugIn), $"{correction}, {pmf.Length} symbols, {draws} draws: {corrected:R} against {plugIn:R}");
        }
    }

    [Fact]
    public void TheJackknifeTakesOffWhatFallsLikeOneOverN()
    {
        // Of a bias a/N + b/N^2 + ... the jackknife leaves -b/(N (N - 1)): a quarter at the double number of draws, and 0.3 with the next term.
        Assert.InRange(Math.Abs(Bias(EntropyCorrection.Jackknife, Skewed, 40) / Bias(EntropyCorrection.Jackknife, Skewed, 20)), 0, 0.3);
    }

    private static double Bias(EntropyCorrection correction, double[] pmf, int draws)
    {
        double mean = 0, mass = 0;
        foreach (var counts in Compositions.Of(draws, pmf.Length))
        {
            var probability = Enumerable.Range(1, draws).Aggregate(1.0, (product, factor) => product * factor);
            for (var cell = 0; cell < pmf.Length; cell++)
            {
                for (var draw = 1; draw <= counts[cell]; draw++) probability *= pmf[cell] / draw;
            }

            mass += probability;
            mean += probability * CorrectedEntropy.Nats(correction, CountsOfCounts.Of(counts), Math.Log(pmf.Length));
        }

        // A few hundred products of some 40 factors.
        Assert.Equal(1, mass, 1e-12);
        return mean + pmf.Sum(p => p * Math.Log(p));
    }
}
