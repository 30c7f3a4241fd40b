using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Tests.Spectra;

/// <summary>The closed form of random rows against random rows, against limits, and where numbers are huge or tiny.</summary>
public sealed class IsotropicRowsTests
{
    private const double Eps = 0.1;

    // Of the mean of draws, by their standard error.
    private const double MostErrors = 4;

    // What the closed form leaves out: of the mean at most this over d, of the deviation at most this over min(n, d), which for 60 rows of 2 features it is about.
    private const double LeftOut = 0.5, LeftOutOfDeviation = 1;

    [Theory]
    [InlineData(400, 100, 0.9715)]
    [InlineData(200, 200, 0.8231)]
    [InlineData(100, 400, 0.3174)]
    public void PublishedMeansOfDrawsAreMet(int n, int d, double share) => Assert.Equal(share, Share(n, d), 5e-4);

    [Theory]
    [InlineData(400, 100, 20)]
    [InlineData(200, 200, 20)]
    [InlineData(100, 400, 20)]
    [InlineData(5, 10, 4000)]
    [InlineData(3, 2, 4000)]
    [InlineData(2, 3, 4000)]
    [InlineData(60, 2, 2000)]
    [InlineData(32, 512, 40)]
    [InlineData(32, 768, 40)]
    [InlineData(32, 1024, 40)]
    [InlineData(32, 2048, 20)]
    [InlineData(32, 2560, 20)]
    [InlineData(32, 4096, 20)]
    [InlineData(32, 5120, 20)]
    [InlineData(512, 512, 2)]
    [InlineData(512, 1024, 2)]
    [InlineData(512, 5120, 2)]
    public void DrawsHaveItsMeanAndItsDeviation(int n, int d, int draws)
    {
        var expected = IsotropicRows.Of(n, d, Eps);
        double[] drawn = [.. Enumerable.Range(0, draws).Select(draw => Draw(n, d, (ulong)draw))];
        Assert.InRange(drawn.Average(), expected.MeanNats - Room(), expected.MeanNats + Room());
        if (draws < 20) return;
        var deviation = Math.Sqrt(drawn.Sum(one => (one - drawn.Average()) * (one - drawn.Average())) / (draws - 1));
        // The standard deviation of m draws is about 1/sqrt(2m) off.
        var off = (MostErrors / Math.Sqrt(2.0 * draws)) + (LeftOutOfDeviation / Math.Min(n, d));
        Assert.InRange(deviation / expected.DeviationNats, 1 - off, 1 + off);

        double Room() => (MostErrors * expected.DeviationNats / Math.Sqrt(draws)) + (LeftOut / d);
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(9, 1)]
    public void OneRowAndOneFeatureHaveNoOtherSpectrum(int n, int d)
    {
        Assert.Equal((Math.Log(1 + (d / (Eps * Eps))), 0), (IsotropicRows.Of(n, d, Eps).MeanNats, IsotropicRows.Of(n, d, Eps).DeviationNats));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(32)]
    [InlineData(1000)]
    public void FewRowsOfManyFeaturesAreRowsAtRightAngles(int n)
    {
        const int Features = 1_000_000_000;
        var rightAngles = n * Math.Log(1 + (Features / (n * Eps * Eps)));
        Assert.Equal(rightAngles, IsotropicRows.Of(n, Features, Eps).MeanNats, rightAngles * n / Features);
    }

    [Theory]
    [InlineData(2, 40_000)]
    [InlineData(40_000, 2)]
    [InlineData(300, 300)]
    [InlineData(1_000_000_000, 17)]
    [InlineData(301, 300)]
    public void HugeAndTinyDistortionsKeepTheirDigits(long n, int d)
    {
        // Of large eps ln det is the trace d/eps^2, of second order lower; of small eps each factor of 10 adds 2 ln 10 for each direction.
        Assert.Equal(d / 1e12, IsotropicRows.Of(n, d, 1e6).MeanNats, 1e-9 * d / 1e12 * Math.Max(1, d / 1e3));
        if (n == d) return;
        var steps = IsotropicRows.Of(n, d, 1e-6).MeanNats - IsotropicRows.Of(n, d, 1e-5).MeanNats;
        Assert.Equal(2 * Math.Log(10) * Math.Min(n, d), steps, 1e-4 * Math.Min(n, d));
    }

    [Theory]
    [InlineData(30, 20, "false", "0.1")]
    [InlineData(20, 30, "true", "0.1")]
    [InlineData(3, 400, "true", "0.1")]
    [InlineData(40, 12, "true", "1")]
    [InlineData(12, 40, "false", "6")]
    public void TheEstimatorSaysWhatRandomRowsGiveBesideWhatTheseGive(int n, int d, string centre, string eps)
    {
        const int Draws = 40;
        SpectrumTable[] drawn = [.. Enumerable.Range(0, Draws).Select(draw => new SpectrumRun { Rows = Drawn(n, d, (ulong)draw) }.With("centre", centre).With("eps", eps).Estimate())];
        foreach (var quantity in new[] { "coding-rate-normalized", "equivalent-rank" })
        {
            var expected = drawn[0].Isotropic(quantity)!;
            Assert.Equal((n, null, null), ((int)expected.RowsUsed, expected.Ceiling, expected.Floor));
            var (mean, error) = (drawn.Average(one => one.Number(quantity)), expected.StandardError!.Value / Math.Sqrt(Draws));
            // What is left out of ln det is at most LeftOut/d of about d; of a rank as much.
            Assert.InRange(mean, expected.Value.Number - (MostErrors * error) - (LeftOut * expected.Value.Number / (d * Math.Min(n, d))), expected.Value.Number + (MostErrors * error) + (LeftOut * expected.Value.Number / (d * Math.Min(n, d))));
        }
    }

    [Fact]
    public void RowsOfOtherLengthsAreHeldAgainstNoneAndNoRankIsWhereTheDistortionIsLonger()
    {
        var run = new SpectrumRun { Rows = Drawn(5, 4, 1) };
        Assert.DoesNotContain(run.With("unit-rows", "false").Estimate().Estimates, estimate => estimate.Against.Length > 0);
        Assert.Null(run.With("eps", "3").Estimate().Isotropic("equivalent-rank"));
        Assert.NotNull(run.With("eps", "3").Estimate().Isotropic("coding-rate-normalized"));
    }

    private static double[][] Drawn(int n, int d, ulong seed)
    {
        var random = new RandomStream(seed, "isotropic rows");
        return [.. Enumerable.Range(0, n).Select(_ => Enumerable.Range(0, d).Select(_ => random.NextNormal()).ToArray())];
    }

    private static double Share(int n, int d) => IsotropicRows.Of(n, d, Eps).MeanNats / (d * Math.Log(1 + (1 / (Eps * Eps))));

    private static double Draw(int n, int d, ulong seed) => new RowSet(Drawn(n, d, seed), seed).Unit().Spectrum().LogDeterminantNats(Eps);
}
