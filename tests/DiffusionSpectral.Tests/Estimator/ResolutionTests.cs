using System.Globalization;
using Infoscope.Plugins.DiffusionSpectral.Tests.References;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Estimator;

/// <summary>Bandwidths that tell too little, and rows on any scale.</summary>
public sealed class ResolutionTests
{
    // Moderate rows times a number that is no power of two are rounded once more.
    private const double Rounding = 1e-12;

    [Theory]
    [InlineData("1e-3", "at the upper end of its range, 100.0 % of the way through it: of 40 rows, at this resolution, nearly every row is alone, so the value tells how many there are; a larger bandwidth, such as median, or a longer time tells more")]
    [InlineData("1e3", "at the lower end of its range, 0.0 % of the way through it: of 40 rows, at this resolution, nearly all rows are one; a smaller bandwidth or a shorter time tells more")]
    public void ABandwidthThatTellsLittleIsNoted(string bandwidth, string note) =>
        Assert.Equal([note], EstimatorRun.OfNormals(40, 3).With("bandwidth", bandwidth).Estimate().Entropy.Notes);

    [Fact]
    public void ABandwidthThatTellsSomethingIsNot() => Assert.Empty(EstimatorRun.OfNormals(40, 3).With("bandwidth", "1").Estimate().Entropy.Notes);

    [Fact]
    public void AnEntropyThatItsBracketGivesIsNoted()
    {
        // Two piles of three: both eigenvalues are 1.
        var piles = new EstimatorRun { Rows = [[0], [0], [0], [1000], [1000], [1000]] }.With("bandwidth", "1").Estimate().Entropy;
        Assert.Equal(Math.Log(2), piles.Value.Number, Rounding);
        Assert.Equal(["at its bracket, floor to ceiling, which two traces of the operator give: the rest of its spectrum adds little"], piles.Notes);
    }

    [Theory]
    [InlineData("matrix-entry", "1e3", "at the upper end of its range, 100.0 % of the way through it: of 40 rows, at this resolution, nearly all rows are one, so the value tells how many there are; a smaller bandwidth tells more")]
    [InlineData("matrix-entry", "1e-3", "at the lower end of its range, 0.0 % of the way through it: of 40 rows, at this resolution, nearly every row is alone, so the value tells how many there are; a larger bandwidth tells more")]
    public void TheEntropyOfTheEntriesRunsTheOtherWay(string entropy, string bandwidth, string note) =>
        Assert.Equal([note], EstimatorRun.OfNormals(40, 3).With("entropy", entropy).With("bandwidth", bandwidth).Estimate().Entropy.Notes);

    [Theory]
    [InlineData("2.5", "2.5")]
    [InlineData("sqrt-features", "3")]
    public void TheFactsCarryTheBandwidth(string bandwidth, string expected) =>
        Assert.Equal(new Dictionary<string, string> { ["bandwidth"] = expected }, EstimatorRun.OfNormals(20, 9).With("bandwidth", bandwidth).Estimate().Facts);

    [Fact]
    public void TheFactsCarryAMedianAsANumberThatGivesTheSame()
    {
        var run = EstimatorRun.OfNormals(20, 9).With(TestLabels.InTurn(20, 2));
        var median = run.Estimate();
        Assert.Equal(median.AllNumbers(), run.With("bandwidth", median.Facts["bandwidth"]).Estimate().AllNumbers());
    }

    [Theory]
    [InlineData("neighbour-adjacency")]
    [InlineData("binned")]
    public void AnEntropyWithoutABandwidthStatesNone(string entropy) => Assert.Empty(EstimatorRun.OfNormals(20, 9).With("entropy", entropy).Estimate().Facts);

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    [InlineData(1e-150)]
    public void HugeAndTinyRowsAreAsModerateOnesAtTheMedianBandwidth(double factor)
    {
        var run = EstimatorRun.OfNormals(40, 3).With(TestLabels.InTurn(40, 4));
        var (moderate, other) = (run.Estimate(), run.Map(value => factor * value).Estimate());
        Assert.Equal(moderate.AllNumbers().Length, other.AllNumbers().Length);
        Assert.All(moderate.AllNumbers().Zip(other.AllNumbers()), pair => Assert.Equal(pair.First ?? double.NaN, pair.Second ?? double.NaN, Rounding));
        var bandwidth = double.Parse(other.Facts["bandwidth"], CultureInfo.InvariantCulture) / double.Parse(moderate.Facts["bandwidth"], CultureInfo.InvariantCulture);
        Assert.Equal(1, bandwidth / factor, Rounding);
    }

    [Theory]
    [InlineData(1e300, "1e300")]
    [InlineData(1e-300, "1e-300")]
    public void HugeAndTinyRowsAreAsModerateOnesAtABandwidthAsHugeOrAsTiny(double factor, string bandwidth)
    {
        var run = EstimatorRun.OfNormals(40, 3);
        var (moderate, other) = (run.With("bandwidth", "1").Estimate(), run.Map(value => factor * value).With("bandwidth", bandwidth).Estimate());
        Assert.Equal(moderate.Entropy.Value.Number, other.Entropy.Value.Number, Rounding);
        Assert.Equal(factor, double.Parse(other.Facts["bandwidth"], CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(1e300, "1", true)]
    [InlineData(1e300, "1e-200", true)]
    [InlineData(1e-300, "1", false)]
    [InlineData(1e-300, "1e200", false)]
    public void HugeRowsAreAloneAndTinyOnesAreOneAtABandwidthThatIsNeither(double factor, string bandwidth, bool alone)
    {
        foreach (var entropy in new[] { "diffusion", "gaussian-adjacency" })
        {
            var table = EstimatorRun.OfNormals(40, 3).Map(value => factor * value).With("entropy", entropy).With("bandwidth", bandwidth).Estimate();
            Assert.Equal(alone ? Math.Log(40) : 0, table.Entropy.Value.Number, Rounding);
            Assert.Equal(double.Parse(bandwidth, CultureInfo.InvariantCulture), double.Parse(table.Facts["bandwidth"], CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void RowsOfSinglePrecisionAreReproducedToSingle()
    {
        // The original's own rounding in single precision: up to 1.1e-6 bits.
        const double tolerance = 2e-6;
        var published = PublishedCase.Open("relu_f32");
        var run = EstimatorRun.Of(published.Points());
        Assert.All(published.Numbers.GetProperty("dse_native_f32").EnumerateArray(), entry =>
        {
            var table = run.With("bandwidth", entry.GetProperty("sigma").GetRawText()).With("time", entry.GetProperty("t").GetRawText()).Estimate();
            Assert.Equal(entry.GetProperty("dse_bits").GetDouble(), table.Entropy.Value.Information.Bits, tolerance);
        });
    }
}
