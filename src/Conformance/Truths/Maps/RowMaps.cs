namespace Infoscope.Conformance.Truths;

/// <summary>The invertible maps of rows that carry truths over.</summary>
/// <remarks>
/// The elementwise ones are those of Czyz, Grabowski, Vogt, Beerenwinkel, Marx, "Beyond normal: on the evaluation of mutual information estimators" (NeurIPS 2023),
/// as are the spiral and the Swiss roll.
/// </remarks>
public static class RowMaps
{
    private static readonly NormalMixture OneToThree = new([0.3, 0.7], [0, 5], [1, 1]);
    private static readonly NormalMixture Even = new([0.5, 0.5], [-1, 3], [1, 1]);

    /// <summary>Gets Phi(x), the normal distribution function: standard normal features become uniform on (0, 1).</summary>
    public static RowMap NormalCdf { get; } = new ElementwiseMap("normal-cdf", "the normal distribution function", NormalDistribution.Cumulative, NormalDistribution.Quantile);

    /// <summary>Gets x sqrt|x|, which lengthens tails.</summary>
    public static RowMap HalfCube { get; } = new ElementwiseMap(
        "half-cube", "the half-cube x sqrt|x|", x => x * Math.Sqrt(Math.Abs(x)), y => Math.CopySign(Math.Pow(Math.Abs(y), 2.0 / 3), y));

    /// <summary>Gets asinh(x), which shortens tails.</summary>
    public static RowMap Asinh { get; } = new ElementwiseMap("asinh", "the inverse hyperbolic sine", Math.Asinh, Math.Sinh);

    /// <summary>Gets x + 0.4 sin x + 0.2 sin(1.7x + 1) + 0.03 sin(3.3x - 2.5).</summary>
    public static RowMap Wiggly { get; } = Near("wiggly", "a wiggly function", x => x + (0.4 * Math.Sin(x)) + (0.2 * Math.Sin((1.7 * x) + 1)) + (0.03 * Math.Sin((3.3 * x) - 2.5)));

    /// <summary>Gets y - 0.4 sin(0.4y) + 0.17 sin(1.3y + 3.5) + 0.02 sin(4.3y - 2.5).</summary>
    public static RowMap SlowWiggly { get; } = Near(
        "slow-wiggly", "a slower wiggly function", y => y - (0.4 * Math.Sin(0.4 * y)) + (0.17 * Math.Sin((1.3 * y) + 3.5)) + (0.02 * Math.Sin((4.3 * y) - 2.5)));

    /// <summary>Gets the map that takes standard normal features to the mixture 0.3 N(0,1) + 0.7 N(5,1).</summary>
    public static RowMap Bimodal { get; } = ToMixture("bimodal", "the map to a bimodal mixture", OneToThree);

    /// <summary>Gets the map that takes standard normal features to the mixture 0.5 N(-1,1) + 0.5 N(3,1).</summary>
    public static RowMap EvenBimodal { get; } = ToMixture("even-bimodal", "the map to an even bimodal mixture", Even);

    /// <summary>Gets the roll of [0, 1] into the plane, t = 1.5 pi (1 + 2u), (t cos t, t sin t)/21; for rows of one feature within [0, 1].</summary>
    public static RowMap SwissRoll { get; } = new SwissRollMap();

    /// <summary>Makes a rotation or reflection drawn uniformly; the same seed gives the same map.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="features"/> is below 1.</exception>
    public static RowMap Orthogonal(int features, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        return new OrthogonalMap(features, seed);
    }

    /// <summary>Makes an invertible affine map at random; the same seed gives the same map.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="features"/> is below 1.</exception>
    public static RowMap Affine(int features, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        return new AffineMap(features, seed);
    }

    /// <summary>Makes the map that multiplies every feature by one number.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="factor"/> is not above 0.</exception>
    public static RowMap Scaling(double factor)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factor);
        return new ScalingMap(factor);
    }

    /// <summary>Makes the map that turns the plane of two features by <paramref name="speed"/> times the squared norm of the row, in radians.</summary>
    /// <exception cref="ArgumentException">The two features are one, or negative.</exception>
    public static RowMap Spiral(int first, int second, double speed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        if (first == second) throw new ArgumentException($"the spiral turns the plane of two features, and both are {first}; name two.", nameof(second));
        return new SpiralMap(first, second, speed);
    }

    // The sines sum to less than 1, so the inverse lies within 1 of the image.
    private static ElementwiseMap Near(string id, string name, Func<double, double> function) => new(id, name, function, y => MonotoneInverse.Of(function, y, y - 1, y + 1));

    private static ElementwiseMap ToMixture(string id, string name, NormalMixture mixture) => new(
        id,
        name,
        x => MonotoneInverse.Of(mixture.Cumulative, NormalDistribution.Cumulative(x), -45, 45),
        y => NormalDistribution.Quantile(mixture.Cumulative(y)));
}
