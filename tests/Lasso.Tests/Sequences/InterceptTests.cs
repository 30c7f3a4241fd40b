using Infoscope.Plugins.Lasso.Tests.Estimator;

namespace Infoscope.Plugins.Lasso.Tests.Sequences;

/// <summary>With an intercept only what tokens are beside their mean over features counts in the regression.</summary>
public sealed class InterceptTests
{
    // An offset of 2^20 leaves what is drawn on a grid of 2^-30 as it is.
    private const double Offset = 1 << 20, Grid = 1 << 30;

    // Sums of 32 numbers near 2^20 round a mean by 32 * 2^-33, which the second pass takes away up to rounding at the size of the tokens.
    private const double Tolerance = 1e-12;

    private static readonly double[][] Tokens = [.. LassoRun.Drawn(1, 8, 32).Sequences[0].Rows.Select(row => row.Select(value => Math.Round(16 * value * Grid) / Grid).ToArray())];

    [Fact]
    public void AnOffsetOfEveryFeatureLeavesTheRegressionAsItIs()
    {
        // The noise must be seen beside norms of 6e6.
        LassoRun Run(double offset) => (LassoRun.Of([.. Tokens.Select(row => row.Select(value => value + offset).ToArray())]) with { Items = true })
            .With("unit-rows", "false").With("intercept", "true").With("lambda", "0.02").With("sigma", "100");
        var (near, far) = (Run(0).Estimate(), Run(Offset).Estimate());
        Assert.NotEmpty(near.SelectedItems);
        Assert.Equal(near.SelectedItems, far.SelectedItems);
        foreach (var item in near.SelectedItems) Assert.Equal(near["lasso-weight", "", item], far["lasso-weight", "", item], Tolerance);
        foreach (var quantity in new[] { "lasso-residual", "lambda-ratio" }) Assert.Equal(near[quantity], far[quantity], Tolerance);
        Assert.InRange(far["lasso-residual"], 0.01, 0.99);
        Assert.DoesNotContain(far.Notes, note => note.Contains("duality gap", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void ATokenOfEqualFeaturesIsNeverSelected(string unitRows)
    {
        // 0.1 is no binary fraction: seven of them do not sum to 0.7.
        var run = (LassoRun.Of([[.. Enumerable.Repeat(0.1, 7)], [1, 2, 3, 4, 5, 6, 8], [2, 1, 3, 4, 6, 5, 9]]) with { Items = true }).With("intercept", "true").With("unit-rows", unitRows);
        Assert.Equal(["token 1"], run.With("lambda-ratio", "1e-6").Estimate().SelectedItems);
        Assert.Contains("token 0", run.With("intercept", "false").With("lambda-ratio", "1e-6").Estimate().SelectedItems);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-3)]
    public void EqualElementsCentreToZero(double value)
    {
        double[] values = [.. Enumerable.Repeat(value, 7)];
        Vectors.Centre(values);
        Assert.All(values, left => Assert.Equal(0, left));
    }

    [Fact]
    public void CentringTakesTheSameNumberFromEveryElement()
    {
        double[] values = [1, 2, 4, 1, 7];
        Vectors.Centre(values);
        Assert.Equal([-2, -1, 1, -2, 4], values);
    }
}
