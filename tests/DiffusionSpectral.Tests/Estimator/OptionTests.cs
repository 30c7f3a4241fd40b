namespace Infoscope.Plugins.DiffusionSpectral.Tests.Estimator;

public sealed class OptionTests
{
    private const string Bandwidths = "a number above 0 (10 is the published default) | sqrt-features | median | median/C with a number C above 0 (median/4 does not move with scale)";

    [Theory]
    [InlineData("bandwidth", "0", $"diffusion-spectral.bandwidth is '0'; allowed is {Bandwidths}.")]
    [InlineData("bandwidth", "-1", $"diffusion-spectral.bandwidth is '-1'; allowed is {Bandwidths}.")]
    [InlineData("bandwidth", "NaN", $"diffusion-spectral.bandwidth is 'NaN'; allowed is {Bandwidths}.")]
    [InlineData("bandwidth", "Infinity", $"diffusion-spectral.bandwidth is 'Infinity'; allowed is {Bandwidths}.")]
    [InlineData("bandwidth", "mean", $"diffusion-spectral.bandwidth is 'mean'; allowed is {Bandwidths}.")]
    [InlineData("bandwidth", "median/0", $"diffusion-spectral.bandwidth is 'median/0'; allowed is {Bandwidths}.")]
    [InlineData("bandwidth", "", $"diffusion-spectral.bandwidth is ''; allowed is {Bandwidths}.")]
    [InlineData("time", "0", "diffusion-spectral.time is 0; it must be above 0 and finite.")]
    [InlineData("time", "-1", "diffusion-spectral.time is -1; it must be above 0 and finite.")]
    [InlineData("time", "NaN", "diffusion-spectral.time is 'NaN'; allowed is a number above 0.")]
    [InlineData("time", "late", "diffusion-spectral.time is 'late'; allowed is a number above 0.")]
    [InlineData("tolerance", "0", "diffusion-spectral.tolerance is 0; it must be above 0 and finite.")]
    [InlineData("repetitions", "0", "diffusion-spectral.repetitions is '0'; allowed is a whole number, at least 1.")]
    [InlineData("neighbours", "0", "diffusion-spectral.neighbours is '0'; allowed is a whole number, at least 1.")]
    [InlineData("bins", "0", "diffusion-spectral.bins is '0'; allowed is a whole number, at least 1.")]
    [InlineData("maximum-rows", "1", "diffusion-spectral.maximum-rows is '1'; allowed is a whole number, at least 2.")]
    [InlineData("exact-rows", "1", "diffusion-spectral.exact-rows is '1'; allowed is a whole number, at least 2.")]
    [InlineData("reference-classes", "1", "diffusion-spectral.reference-classes is '1'; allowed is a whole number, 2 to 100.")]
    [InlineData("entropy", "shannon", "diffusion-spectral.entropy is 'shannon'; allowed is diffusion | matrix-entry | gaussian-adjacency | neighbour-adjacency | binned.")]
    [InlineData("operator", "walk", "diffusion-spectral.operator is 'walk'; allowed is random-walk | anisotropic.")]
    [InlineData("subsets", "own", "diffusion-spectral.subsets is 'own'; allowed is shared | independent.")]
    [InlineData("size-matched", "yes", "diffusion-spectral.size-matched is 'yes'; allowed is true | false.")]
    public void AnOptionThatIsNotAllowedIsRefused(string option, string value, string message) =>
        Assert.Equal(message, Assert.Throws<OptionException>(() => EstimatorRun.OfNormals(20, 3).With(option, value).Requires()).Message);

    [Fact]
    public void AnOptionThatThereIsNotIsRefused() => Assert.Equal(
        "diffusion-spectral has no option 'times'; it has bandwidth, bins, entropy, exact-rows, maximum-rows, neighbours, operator, reference-classes, repetitions, size-matched, subsets, time, tolerance. Did you mean 'time'?",
        Assert.Throws<OptionException>(() => EstimatorRun.OfNormals(20, 3).With("times", "1").Requires()).Message);

    [Fact]
    public void ItAsksForAllRowsInDoubleUpToFourThousandAndNinetySix()
    {
        var required = EstimatorRun.OfNormals(20, 3).Requires();
        Assert.Equal(RowAccess.AllRows, required.Access);
        Assert.Equal(Precision.Double, required.Precision);
        Assert.Equal(4096, required.MaximumRows);
        Assert.Equal(2, required.MinimumRows);
        Assert.Equal((InputNeed.Optional, InputNeed.Optional), (required.Labels, required.Reference));
    }

    [Theory]
    [InlineData("diffusion", 700)]
    [InlineData("matrix-entry", 700)]
    [InlineData("binned", 700)]
    [InlineData("gaussian-adjacency", 300)]
    [InlineData("neighbour-adjacency", 300)]
    public void WhereThereAreOnlyExactEigenvaluesItAsksForNoMoreRowsThanThose(string entropy, int expected) =>
        Assert.Equal(expected, EstimatorRun.OfNormals(20, 3).With("entropy", entropy).With("maximum-rows", "700").With("exact-rows", "300").Requires().MaximumRows);

    [Fact]
    public void EveryOptionDecidesSomething()
    {
        var run = EstimatorRun.OfNormals(60, 3).With(TestLabels.InTurn(60, 3));
        var usual = run.Estimate().AllNumbers();
        foreach (var (option, value) in new[] { ("bandwidth", "1"), ("time", "2"), ("repetitions", "6"), ("exact-rows", "15"), ("entropy", "binned"), ("operator", "anisotropic"), ("subsets", "independent"), ("size-matched", "false") })
            Assert.NotEqual(usual, run.With(option, value).Estimate().AllNumbers());
        foreach (var (entropy, option, value) in new[] { ("binned", "bins", "3"), ("neighbour-adjacency", "neighbours", "5") })
            Assert.NotEqual(run.With("entropy", entropy).Estimate().AllNumbers(), run.With("entropy", entropy).With(option, value).Estimate().AllNumbers());
        var stochastic = run.With("exact-rows", "15");
        Assert.NotEqual(stochastic.With("tolerance", "1").Estimate().AllNumbers(), stochastic.With("tolerance", "1e-6").Estimate().AllNumbers());
    }
}
