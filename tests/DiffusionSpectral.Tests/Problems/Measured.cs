using Infoscope.Plugins.DiffusionSpectral.Kernels;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

/// <summary>What the exact path gives for a point set, and how far rounding may move it.</summary>
internal static class Measured
{
    private const double Epsilon = 1.0 / (1L << 52);

    /// <summary>Gives the entropy of the random walk.</summary>
    public static double Nats(PointSet set) => Entropy(set, DiffusionOperator.RandomWalk).Nats;

    /// <summary>Gives the entropy with its bracket.</summary>
    public static PointEntropy Entropy(PointSet set, DiffusionOperator diffusion)
    {
        using var compute = TestCompute.Open();
        var entropy = new ExactEntropy(compute, set.Bandwidth, diffusion, set.Time).Of(set.Points);
        Assert.Equal(0, compute.LiveMatrices);
        return entropy;
    }

    /// <summary>Gives the eigenvalues, ascending.</summary>
    public static double[] Eigenvalues(PointSet set, DiffusionOperator diffusion)
    {
        using var compute = TestCompute.Open();
        using var kernel = DiffusionKernel.Of(compute, set.Points, set.Bandwidth, diffusion);
        return compute.SymmetricEigenvalues(kernel.Matrix);
    }

    /// <summary>Bounds the difference of two entropies whose points differ by roundings of their coordinates.</summary>
    /// <remarks>
    /// An exponent x of the kernel is wrong by a few epsilon times x and times scale / bandwidth, and x exp(-x) is below 1, so an eigenvalue is wrong by some
    /// epsilon (1 + scale / bandwidth). A power t of it is then wrong by t lambda^(t-1) as much, or for an eigenvalue within the error by the power of the error,
    /// and -a ln a by a (1 - ln a) of that. The traces being 1 at least, no division enlarges it.
    /// </remarks>
    public static double Tolerance(PointSet set) => Tolerance(set, DiffusionOperator.RandomWalk);

    /// <inheritdoc cref="Tolerance(PointSet)"/>
    public static double Tolerance(PointSet set, DiffusionOperator diffusion)
    {
        var error = 8 * Epsilon * (1 + (set.Scale / set.Bandwidth));
        double sum = 0;
        foreach (var value in Eigenvalues(set, diffusion))
        {
            var near = Math.Max(0, Math.Abs(value) - error);
            var change = Math.Min(Math.Pow(2 * error, Math.Min(1, set.Time)) * Math.Max(1, set.Time), near == 0 ? double.PositiveInfinity : set.Time * Math.Pow(near, Math.Min(0, set.Time - 1)) * error);
            sum += 2 * change * (1 + Math.Abs(Math.Log(change)));
        }

        return sum;
    }

    /// <summary>Fails unless two entropies agree within a tolerance.</summary>
    public static void AssertEqual(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"{actual:R} differs from {expected:R} by {Math.Abs(expected - actual):g3}; allowed is {tolerance:g3}.");
}
