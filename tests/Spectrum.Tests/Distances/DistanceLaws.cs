using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Infoscope.Plugins.Spectrum.Tests.Distances;

/// <summary>What holds whatever the sentences.</summary>
public sealed class DistanceLaws
{
    // Relative to a value, or of roots its square, of at least 1. Behind it are at most 32 terms of up to ln^2 101 = 21, each with a rounding of up to 32 eps: 5e-12.
    private const double Float = 1e-11;

    // A root makes 1e-7 of what rounding of 1e-14 leaves of a distance of zero.
    private const double Self = 1e-7;

    private static readonly string[] Roots = ["covariance-frobenius", "bures-wasserstein", "gaussian-wasserstein", "log-euclidean", "affine-invariant"];

    [Property]
    public Property TheyAreThoseOfTheTextbook(bool centre) => ForAll(triple =>
    {
        var (one, two) = (triple.Sentences[0], triple.Sentences[1]);
        if (centre && (one.Length == 1 || two.Length == 1 || triple.Features == 1 || triple.Rank == 1)) return;
        foreach (var (ridge, eps) in new[] { (0.01, 0.1), (0.3, 1.0) })
        {
            var measured = Measured.Of(one, two, ridge, eps, centre);
            foreach (var name in Measured.Names.Where(name => name != "mean-cosine" || HasDirection(one) && HasDirection(two)))
                Near(name, Textbook.Of(name, one, two, ridge, eps, centre), measured[name]);
        }
    });

    [Property]
    public Property TheTextbooksSumOfSingularValuesIsTheTraceOfTheRoot() => ForAll(triple =>
    {
        var (one, two) = (triple.Sentences[0], triple.Sentences[1]);
        var ofRoot = 2 - (2 * Textbook.TraceOfRoot(one, two));
        Assert.Equal(ofRoot, Math.Pow(Textbook.Of("bures-wasserstein", one, two, 0.01, 0.1, centre: false), 2), Self * 10);
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
        foreach (var name in Measured.Names) Near(name, there[name], back[name]);
    });

    [Property]
    public Property TheyAreZeroOnThemselvesWhateverTheOrderOfTokens() => ForAll(triple =>
    {
        var one = triple.Sentences[0];
        foreach (var other in new[] { one, [.. one.Reverse()], [.. one, .. one] })
        {
            var measured = Measured.Of(one, other);
            foreach (var name in Measured.Names.Where(name => name != "mean-cosine" || HasDirection(one))) Assert.InRange(measured[name], IsRoot(name) ? 0 : -Float, IsRoot(name) ? Self : Float);
        }
    });

    [Property]
    public Property NoneIsBelowZeroAndBoundedOnesKeepTheirBounds() => ForAll(triple =>
    {
        foreach (var other in new[] { triple.Sentences[1], [.. triple.Sentences[0].Reverse()] })
        {
            var measured = Measured.Of(triple.Sentences[0], other);
            Assert.All(measured.Values, value => Assert.InRange(value, -Float, double.MaxValue));
            Assert.InRange(measured["mean-cosine"], 0, 2 + Float);
            Assert.InRange(measured["covariance-correlation"], -Float, 1 + Float);
            Assert.InRange(measured["von-neumann-divergence"], -Float, Math.Log(2) + Float);
            Assert.All(Measured.Radicands(triple.Sentences[0], other), radicand => Assert.InRange(radicand.Value.Difference, -radicand.Value.Rounding, double.MaxValue));
        }
    });

    [Property]
    public Property OrthogonalMapsChangeNothing() => ForAll(triple =>
    {
        var mirrors = new RandomStream(triple.Seed, "mirrors");
        double[][] units = [.. Enumerable.Range(0, 3).Select(_ => SentencesOfTokens.Unit(SentencesOfTokens.Normals(triple.Features, mirrors)))];
        double[][] Mapped(double[][] rows) => [.. rows.Select(row => units.Aggregate(row, Reflected))];
        var (one, two) = (triple.Sentences[0], triple.Sentences[1]);
        var (before, after) = (Measured.Of(one, two), Measured.Of(Mapped(one), Mapped(two)));
        foreach (var name in Measured.Names) Near(name, before[name], after[name]);
    });

    [Property]
    public Property MetricsObeyTheTriangleInequality() => ForAll(triple =>
    {
        var sentences = triple.Sentences;
        var (ab, bc, ac) = (Measured.Of(sentences[0], sentences[1]), Measured.Of(sentences[1], sentences[2]), Measured.Of(sentences[0], sentences[2]));
        foreach (var name in new[] { "mean-euclidean", "covariance-frobenius", "bures-wasserstein", "gaussian-wasserstein", "log-euclidean", "affine-invariant" })
            Assert.True(ac[name] <= ab[name] + bc[name] + Self, $"{name}: {ac[name]} > {ab[name]} + {bc[name]}");
        foreach (var name in new[] { "stein-divergence", "von-neumann-divergence" })
            Assert.True(Root(ac[name]) <= Root(ab[name]) + Root(bc[name]) + Self, $"root of {name}: {ac[name]}, {ab[name]}, {bc[name]}");
    });

    [Property]
    public Property TokensOfAnySizeHaveTheirDistancesScaled(int power) => ForAll(triple =>
    {
        // What is homogeneous in the tokens, of degree 1 or 2, however large or small they are.
        var factor = Math.ScaleB(1, power % 450);
        var (one, two) = (triple.Sentences[0], triple.Sentences[1]);
        double[][] Scaled(double[][] rows) => [.. rows.Select(row => row.Select(value => factor * value).ToArray())];
        var plain = Measured.Of(one, two);
        var scaled = Measured.Of(Scaled(one), Scaled(two), ridge: 0.01 * factor * factor, eps: 0.1 * factor);
        foreach (var name in new[] { "mean-euclidean", "bures-wasserstein", "gaussian-wasserstein" }) Near(name, plain[name], scaled[name] / factor);
        foreach (var name in new[] { "covariance-frobenius" }) Near(name, plain[name], scaled[name] / factor / factor);
        foreach (var name in new[] { "mean-cosine", "covariance-correlation", "von-neumann-divergence", "affine-invariant", "log-euclidean", "stein-divergence", "coding-rate-distance" }) Near(name, plain[name], scaled[name]);
    });

    private static double[] Reflected(double[] row, double[] mirror)
    {
        var twice = 2 * row.Zip(mirror, (a, b) => a * b).Sum();
        return [.. row.Zip(mirror, (value, unit) => value - (twice * unit))];
    }

    // Unit tokens may cancel each other up to rounding.
    private static bool HasDirection(double[][] rows) => Enumerable.Range(0, rows[0].Length).Any(feature => Math.Abs(rows.Average(row => row[feature])) > Float);

    private static bool IsRoot(string name) => Roots.Contains(name);

    // Of roots the squares, which err by rounding beside their terms.
    private static void Near(string name, double expected, double actual)
    {
        var (left, right) = IsRoot(name) ? (expected * expected, actual * actual) : (expected, actual);
        Assert.True(Math.Abs(left - right) <= Float * Math.Max(1, Math.Abs(left)), $"{name}: expected {expected:R}, was {actual:R}");
    }

    private static double Root(double value) => Math.Sqrt(Math.Max(0, value));

    private static Property ForAll(Action<Triple> check) => Prop.ForAll(Triple.Arbitrary, check);
}
