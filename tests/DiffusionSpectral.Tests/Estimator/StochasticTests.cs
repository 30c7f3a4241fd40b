using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Estimator;

/// <summary>More rows than the option exact-rows.</summary>
public sealed class StochasticTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("2", "1")]
    [InlineData("0.5", "1")]
    [InlineData("1", "median/4")]
    public void MoreRowsThanExactOnesAreEstimatedWithAnErrorThatHolds(string time, string bandwidth)
    {
        var run = EstimatorRun.OfNormals(300, 4).With("time", time).With("bandwidth", bandwidth).With("repetitions", "3").With(TestLabels.InTurn(300, 2));
        var (exact, stochastic) = (run.Estimate(), run.With("exact-rows", "100").Estimate());
        foreach (var quantity in new[] { "entropy", "conditional-entropy", "mutual-information" })
        {
            var (expected, actual) = (exact.Find(quantity), stochastic.Find(quantity));
            Assert.NotEqual(expected.Value, actual.Value);
            Assert.InRange(Math.Abs(expected.Value.Number - actual.Value.Number), 0, 4 * actual.StandardError!.Value);
        }

        Assert.Contains("the standard error is that of the stochastic eigenvalues, not of the rows", stochastic.Entropy.Notes);
        Assert.Contains("the standard error is that of the stochastic eigenvalues, not of the rows", stochastic.Find("conditional-entropy").Notes);
        Assert.Null(exact.Entropy.StandardError);
        Assert.Null(exact.Find("conditional-entropy").StandardError);
    }

    [Fact]
    public void AsManyRowsAsExactOnesAreExact()
    {
        var run = EstimatorRun.OfNormals(50, 4).With("exact-rows", "50");
        Assert.Null(run.Estimate().Entropy.StandardError);
        Assert.NotNull(run.With("exact-rows", "49").Estimate().Entropy.StandardError);

        // Rows that are equal count once.
        var doubled = run with { Rows = [.. run.Rows, .. run.Rows] };
        Assert.Null(doubled.Estimate().Entropy.StandardError);
    }

    [Fact]
    public void ASmallerToleranceHasASmallerError()
    {
        var run = EstimatorRun.OfNormals(200, 4).With("bandwidth", "1").With("exact-rows", "100");
        var (coarse, fine) = (run.With("tolerance", "0.2").Estimate().Entropy.StandardError!.Value, run.With("tolerance", "0.002").Estimate().Entropy.StandardError!.Value);
        Assert.True(fine < coarse);
    }

    [Fact]
    public void ADeviceWithItsOwnMemoryGivesTheSameButForTheRoundingToSingle()
    {
        // Of the elements of a kernel, 6e-8 each, in sums of terms of one sign: 16 of them.
        const double nats = 1e-6;
        var run = EstimatorRun.OfNormals(500, 4).With("exact-rows", "200").With(TestLabels.InTurn(500, 2));
        var here = run.Estimate().AllNumbers();
        var elsewhere = (run with { Open = TestCompute.OpenElsewhere, Threads = 2 }).Estimate().AllNumbers();
        Assert.NotEqual(here, elsewhere);
        for (var i = 0; i < here.Length; i++) Assert.Equal(elsewhere[i] ?? 0, here[i] ?? 0, nats);
    }
}
