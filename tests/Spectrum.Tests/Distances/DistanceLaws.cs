using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Infoscope.Plugins.Spectrum.Tests.Distances;

/// <summary>What holds whatever the sentences.</summary>
public sealed class DistanceLaws
{
    // Relative to a value of at least 1, with room for the ridge of 0.01 beside covariances of trace 1.
    private const double Float = 1e-10;

    // A root makes 1e-8 of a rounding of 1e-16; textbook square roots of matrices err by it throughout.
    private const double OfRoots = 1e-6;

    private static readonly string[] Roots = ["covariance-frobenius", "bures-wasserstein", "gaussian-wasserstein", "log-euclidean", "affine-invariant"];

    [Property]
    public Property TheyAreThoseOfTheTextbook(bool centre) => ForAll(triple =>
    {
        var (one, two) = (triple.Sentences[0], triple.Sentences[1]);
        if (centre && (one.Length == 1 || two.Length == 1 || triple.Features == 1 || triple.Rank == 1)) return;
        foreach (var (ridge, epsilon) in new[] { (0.01, 0.1), (0.3, 1.0) })
        {
            var measured = Measured.Of(one, two, ridge, epsilon, centre);
            foreach (var name in Measured.Names.Where(name => name != "mean-cosine" || HasDirection(one) && HasDirection(two)))
                Near(name, Textbook.Of(name, one, two, ridge, epsilon, centre), measured[name], IsRoot(name) ? OfRoots : Float);
        }
    });

    /// <summary>Single tokens at a right angle have known distances, also where the covariances are far above the ridge.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(1e3)]
    [InlineData(1e6)]
    [InlineData(1e9)]
    public void CovariancesFarAboveTheRidgeKeepTheirDigits(double times)
    {
        // Eigenvalues times + 1 and 1 over the ridge, in either order.
        var measured = Measured.Of([[1, 0, 0]], [[0, 1, 0]], ridge: 1 / times);
        var logarithm = Math.Log(1 + times);
        Assert.Equal(Math.Sqrt(2) * logarithm, measured["affine-invariant"], Float * logarithm);
        Assert.Equal(Math.Sqrt(2) * logarithm, measured["log-euclidean"], Float * logarithm);
        Assert.Equal((2 * Math.Log(1 + (times / 2))) - logarithm, measured["stein-divergence"], Float * logarithm);

        // Of overlapping spans the two orders meet rounding at different ends.
        double[][] two = [[1, 0, 0], [0.6, 0.8, 0]], one = [[0.48, 0.6, 0.64]];
        var (there, back) = (Measured.Of(two, one, 1 / times)["affine-invariant"], Measured.Of(one, two, 1 / times)["affine-invariant"]);
        Assert.Equal(there, back, 1e-8 * there);
        if (times <= 1e3) Assert.Equal(Textbook.Of("affine-invariant", two, one, 1 / times, 1, centre: false), there, 1e-8 * there);
    }

    [Property]
    public Property TheyAreSymmetric() => ForAll(triple =>
    {
        var (one, two) = (triple.Sentences[0], triple.Sentences[1]);
        var (there, back) = (Measured.Of(one, two), Measured.Of(two, one));
        foreach (var name in Measured.Names) Near(name, there[name], back[name], IsRoot(name) ? OfRoots : Float);
    });

    [Property]
    public Property TheyAreZeroOnThemselvesWhateverTheOrderOfTokens() => ForAll(triple =>
    {
        var one = triple.Sentences[0];
        foreach (var other in new[] { one, [.. one.Reverse()], [.. one, .. one] })
        {
            var measured = Measured.Of(one, other);
            foreach (var name in Measured.Names.Where(name => name != "mean-cosine" || HasDirection(one))) Near(name, 0, measured[name], IsRoot(name) ? OfRoots : Float);
        }
    });

    [Property]
    public Property NoneIsBelowZeroAndBoundedOnesKeepTheirBounds() => ForAll(triple =>
    {
        var measured = Measured.Of(triple.Sentences[0], triple.Sentences[1]);
        Assert.All(measured.Values, value => Assert.True(value >= 0 && double.IsFinite(value)));
        Assert.InRange(measured["mean-cosine"], 0, 2 + Float);
        Assert.InRange(measured["covariance-correlation"], 0, 1 + Float);
        Assert.InRange(measured["von-neumann-divergence"], 0, Math.Log(2) + Float);
    });

    [Property]
    public Property OrthogonalMapsChangeNothing() => ForAll(triple =>
    {
        var mirrors = new RandomStream(triple.Seed, "mirrors");
        double[][] units = [.. Enumerable.Range(0, 3).Select(_ => SentencesOfTokens.Unit(SentencesOfTokens.Normals(triple.Features, mirrors)))];
        double[][] Mapped(double[][] rows) => [.. rows.Select(row => units.Aggregate(row, Reflected))];
        var (one, two) = (triple.Sentences[0], triple.Sentences[1]);
        var (before, after) = (Measured.Of(one, two), Measured.Of(Mapped(one), Mapped(two)));
        foreach (var name in Measured.Names) Near(name, before[name], after[name], IsRoot(name) ? OfRoots : Float);
    });

    [Property]
    public Property MetricsObeyTheTriangleInequality() => ForAll(triple =>
    {
        var sentences = triple.Sentences;
        var (ab, bc, ac) = (Measured.Of(sentences[0], sentences[1]), Measured.Of(sentences[1], sentences[2]), Measured.Of(sentences[0], sentences[2]));
        foreach (var name in new[] { "mean-euclidean", "covariance-frobenius", "bures-wasserstein", "gaussian-wasserstein", "log-euclidean", "affine-invariant" })
            Assert.True(ac[name] <= ab[name] + bc[name] + OfRoots, $"{name}: {ac[name]} > {ab[name]} + {bc[name]}");
        foreach (var name in new[] { "stein-divergence", "von-neumann-divergence" })
            Assert.True(Math.Sqrt(ac[name]) <= Math.Sqrt(ab[name]) + Math.Sqrt(bc[name]) + OfRoots, $"root of {name}: {ac[name]}, {ab[name]}, {bc[name]}");
    });

    [Property]
    public Property TokensOfAnySizeHaveTheirDistancesScaled(int power) => ForAll(triple =>
    {
        // What is homogeneous in the tokens, of degree 1 or 2, however large or small they are.
        var factor = Math.ScaleB(1, power % 450);
        var (one, two) = (triple.Sentences[0], triple.Sentences[1]);
        double[][] Scaled(double[][] rows) => [.. rows.Select(row => row.Select(value => factor * value).ToArray())];
        var plain = Measured.Of(one, two);
        var scaled = Measured.Of(Scaled(one), Scaled(two), ridge: 0.01 * factor * factor, epsilon: 0.1 * factor);
        foreach (var name in new[] { "mean-euclidean", "bures-wasserstein", "gaussian-wasserstein" }) Near(name, plain[name], scaled[name] / factor, IsRoot(name) ? OfRoots : Float);
        foreach (var name in new[] { "covariance-frobenius" }) Near(name, plain[name], scaled[name] / factor / factor, OfRoots);
        foreach (var name in new[] { "mean-cosine", "covariance-correlation", "von-neumann-divergence", "affine-invariant", "log-euclidean", "stein-divergence", "coding-rate-reduction" }) Near(name, plain[name], scaled[name], IsRoot(name) ? OfRoots : Float);
    });

    private static double[] Reflected(double[] row, double[] mirror)
    {
        var twice = 2 * row.Zip(mirror, (a, b) => a * b).Sum();
        return [.. row.Zip(mirror, (value, unit) => value - (twice * unit))];
    }

    // Unit tokens may cancel each other up to rounding.
    private static bool HasDirection(double[][] rows) => Enumerable.Range(0, rows[0].Length).Any(feature => Math.Abs(rows.Average(row => row[feature])) > Float);

    private static bool IsRoot(string name) => Roots.Contains(name);

    private static void Near(string name, double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{name}: expected {expected:R}, was {actual:R}");

    private static Property ForAll(Action<Triple> check) => Prop.ForAll(Triple.Arbitrary, check);
}
