using Infoscope.Conformance.Truths;

namespace Infoscope.Tests.Conformance.Truths;

/// <summary>Truths against figures computed elsewhere, in Python with SciPy, from the same definitions.</summary>
public sealed class PublishedFigureTests
{
    // The figures have ten decimals.
    private const double Rounding = 1.5e-10;

    // One in 2,000 for each of the twelve simplex figures, which are means over two million draws.
    private const double StandardErrors = 3.5;

    [Theory]
    [InlineData("two-gaussians-delta-0.5", 0.0303113005)]
    [InlineData("two-gaussians-delta-1", 0.1114214822)]
    [InlineData("two-gaussians-delta-2", 0.3368308203)]
    [InlineData("two-gaussians-delta-3", 0.5267773065)]
    [InlineData("two-gaussians-delta-4", 0.6327201937)]
    [InlineData("two-gaussians-delta-6", 0.6892979330)]
    [InlineData("two-gaussians-delta-8", 0.6930536455)]
    [InlineData("entropy-two-gaussians-delta-0.5", 1.4492498337)]
    [InlineData("entropy-two-gaussians-delta-1", 1.5303600154)]
    [InlineData("entropy-two-gaussians-delta-2", 1.7557693536)]
    [InlineData("entropy-two-gaussians-delta-3", 1.9457158397)]
    [InlineData("entropy-two-gaussians-delta-4", 2.0516587269)]
    [InlineData("entropy-two-gaussians-delta-6", 2.1082364662)]
    [InlineData("entropy-two-gaussians-delta-8", 2.1119921787)]
    [InlineData("two-gaussians-delta-1-prior-0.9", 0.0427422695)]
    [InlineData("two-gaussians-delta-2-prior-0.9", 0.1420204064)]
    [InlineData("two-gaussians-delta-4-prior-0.9", 0.2916592713)]
    [InlineData("pam3-delta-1", 0.2538059846)]
    [InlineData("pam3-delta-2", 0.6191444851)]
    [InlineData("pam3-delta-4", 1.0180429371)]
    [InlineData("pam4-delta-1", 0.3996048101)]
    [InlineData("pam4-delta-2", 0.8452327551)]
    [InlineData("pam4-delta-4", 1.2956538271)]
    [InlineData("pam8-delta-1", 0.8767091161)]
    [InlineData("pam8-delta-2", 1.4459892001)]
    [InlineData("pam8-delta-4", 1.9736942341)]
    [InlineData("pam10-delta-1", 1.0566114459)]
    [InlineData("pam10-delta-2", 1.6506546043)]
    [InlineData("pam10-delta-4", 2.1938164307)]
    [InlineData("qam16-delta-2", 1.6904655102)]
    [InlineData("qam16-coarse-delta-2", 0.8452327551)]
    [InlineData("scale-only-2", 0.0927333817)]
    [InlineData("scale-only-4", 0.2534713551)]
    [InlineData("scale-only-10", 0.4333107188)]
    [InlineData("xor-a1", 0.1735895046)]
    [InlineData("xor-a1.5", 0.4059587825)]
    [InlineData("xor-a2", 0.5789045680)]
    [InlineData("xor-a3", 0.6854814931)]
    [InlineData("antipodal-d3-kappa-1", 0.1425555069)]
    [InlineData("antipodal-d3-kappa-5", 0.6725685609)]
    [InlineData("antipodal-d3-kappa-20", 0.6931471741)]
    [InlineData("antipodal-d16-kappa-5", 0.4355089391)]
    [InlineData("antipodal-d16-kappa-20", 0.6931119118)]
    [InlineData("antipodal-d64-kappa-20", 0.6736050067)]
    [InlineData("rectified-gaussians-delta-1", 0.0933215728)]
    [InlineData("rectified-gaussians-delta-2", 0.2962723800)]
    [InlineData("rectified-gaussians-delta-4", 0.6086550345)]
    [InlineData("category-uniform-m2", 0.3465735903)]
    [InlineData("category-uniform-m3", 0.6365141683)]
    [InlineData("category-uniform-m5", 1.0549201680)]
    [InlineData("category-uniform-m10", 1.6787526305)]
    [InlineData("gaussian-pair-0.75", 0.4133392866)]
    [InlineData("additive-uniform-0.1", 1.7094379124)]
    [InlineData("additive-uniform-0.75", 0.3333333333)]
    [InlineData("student-pair-d1-df-1", 0.2241714275)]
    [InlineData("student-pair-d2-df-2", 0.1931471806)]
    [InlineData("student-pair-d5-df-3", 0.2985436227)]
    [InlineData("two-pairs-d3-0.8", 1.0216512475)]
    [InlineData("inflated-poisson-0", 0.3012447734)]
    [InlineData("inflated-poisson-0.15", 0.2297759585)]
    [InlineData("inflated-poisson-0.5", 0.1163839410)]
    public void ATruthHasTheFigureToTenDecimals(string id, double expectedNats) => Assert.Equal(expectedNats, KnownTasks.Find(id)!.Truth.Value.Nats, Rounding);

    [Theory]
    [InlineData(3, 1, 0.2846, 0.0005)]
    [InlineData(3, 2, 0.7565, 0.0005)]
    [InlineData(3, 3, 1.0129, 0.0003)]
    [InlineData(4, 1, 0.3306, 0.0005)]
    [InlineData(4, 2, 0.9183, 0.0005)]
    [InlineData(4, 3, 1.2651, 0.0004)]
    [InlineData(10, 1, 0.4240, 0.0007)]
    [InlineData(10, 2, 1.3397, 0.0009)]
    [InlineData(10, 3, 2.0132, 0.0006)]
    [InlineData(50, 1, 0.4825, 0.0007)]
    [InlineData(50, 2, 1.7671, 0.0010)]
    [InlineData(50, 3, 3.0786, 0.0009)]
    public void TheSimplexHasTheFigureToItsStandardError(int labels, double amplitude, double expectedNats, double standardErrorNats) =>
        Assert.Equal(expectedNats, LabelTasks.Simplex(labels, amplitude).Truth.Value.Nats, StandardErrors * standardErrorNats);

    // The figures have one or two decimals.
    [Theory]
    [InlineData(1, 4.605)]
    [InlineData(4, 18.42)]
    [InlineData(16, 73.68)]
    [InlineData(32, 147.37)]
    public void StrongDependenceHasTheFigureToItsDecimals(int features, double expectedNats) =>
        Assert.Equal(expectedNats, PairTasks.StrongDependence(features, 0.01).Truth.Value.Nats, 0.005);

    // (1 - p) times the truth at p = 0 was published for the inflated Poisson; it counts whether the count was set to 0, which is not seen.
    [Theory]
    [InlineData(0.15, 0.2560580573)]
    [InlineData(0.5, 0.1506223867)]
    public void ThePublishedFormulaOfTheInflatedPoissonIsTooLarge(double inflation, double publishedNats)
    {
        Assert.Equal(publishedNats, (1 - inflation) * PairTasks.InflatedPoisson(0).Truth.Value.Nats, Rounding);
        var task = PairTasks.InflatedPoisson(inflation);
        Assert.True(task.Truth.Value.Nats < publishedNats - 0.02);
        var drawn = task.ByMonteCarlo(20_000, seed: 2);
        Assert.True(drawn.Value.Nats + (4 * drawn.Error.Nats) < publishedNats);
    }
}
