namespace Infoscope.Conformance.Truths;

/// <summary>A rotation or reflection drawn at random, the same for the same seed; for rows of one number of features.</summary>
/// <remarks>Gram-Schmidt, twice, on normal vectors: uniform over the orthogonal group (Haar measure).</remarks>
internal sealed class OrthogonalMap : RowMap
{
    private readonly double[][] axes;

    public OrthogonalMap(int features, ulong seed)
    {
        var random = new RandomStream(seed, "orthogonal map");
        axes = new double[features][];
        for (var i = 0; i < features; i++)
        {
            axes[i] = new double[features];
            random.FillNormal(axes[i]);
            // The second round removes what rounding left of the first.
            for (var round = 0; round < 2; round++)
            {
                for (var j = 0; j < i; j++) AddScaled(axes[i], -Dot(axes[i], axes[j]), axes[j]);
            }

            var norm = Math.Sqrt(Dot(axes[i], axes[i]));
            for (var j = 0; j < features; j++) axes[i][j] /= norm;
        }
    }

    /// <inheritdoc/>
    public override string Id => "rotated";

    /// <inheritdoc/>
    public override string Name => "a random orthogonal map";

    /// <inheritdoc/>
    public override int OutputFeatures(int features) => features == axes.Length
        ? features
        : throw new ArgumentException($"the orthogonal map has {axes.Length} features and the rows have {features}; make one for {features}.", nameof(features));

    /// <inheritdoc/>
    public override double[] Apply(ReadOnlySpan<double> row)
    {
        var image = new double[axes.Length];
        for (var i = 0; i < image.Length; i++) image[i] = Dot(row, axes[i]);
        return image;
    }

    /// <inheritdoc/>
    public override double[] Invert(ReadOnlySpan<double> image)
    {
        var row = new double[axes.Length];
        for (var i = 0; i < row.Length; i++) AddScaled(row, image[i], axes[i]);
        return row;
    }

    /// <inheritdoc/>
    public override double? LogVolumeNats(int features) => 0;

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double sum = 0;
        for (var i = 0; i < left.Length; i++) sum += left[i] * right[i];
        return sum;
    }

    private static void AddScaled(double[] target, double factor, double[] vector)
    {
        for (var i = 0; i < target.Length; i++) target[i] += factor * vector[i];
    }
}
