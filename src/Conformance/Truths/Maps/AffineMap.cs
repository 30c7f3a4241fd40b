namespace Infoscope.Conformance.Truths;

/// <summary>x -> L x + b with a lower triangular L drawn at random, its diagonal within [1/2, 2); for rows of one number of features.</summary>
internal sealed class AffineMap : RowMap
{
    private readonly double[][] lower;
    private readonly double[] shift;

    public AffineMap(int features, ulong seed)
    {
        var random = new RandomStream(seed, "affine map");
        lower = new double[features][];
        shift = new double[features];
        for (var i = 0; i < features; i++)
        {
            lower[i] = new double[i + 1];
            for (var j = 0; j < i; j++) lower[i][j] = random.NextNormal() / Math.Sqrt(features);
            lower[i][i] = Math.Pow(2, (2 * random.NextDouble()) - 1);
            shift[i] = 3 * random.NextNormal();
        }
    }

    /// <inheritdoc/>
    public override string Id => "affine";

    /// <inheritdoc/>
    public override string Name => "a random affine map";

    /// <inheritdoc/>
    public override int OutputFeatures(int features) => features == shift.Length
        ? features
        : throw new ArgumentException($"the affine map has {shift.Length} features and the rows have {features}; make one for {features}.", nameof(features));

    /// <inheritdoc/>
    public override double[] Apply(ReadOnlySpan<double> row)
    {
        double[] image = [.. shift];
        for (var i = 0; i < image.Length; i++)
        {
            for (var j = 0; j <= i; j++) image[i] += lower[i][j] * row[j];
        }

        return image;
    }

    /// <inheritdoc/>
    public override double[] Invert(ReadOnlySpan<double> image)
    {
        var row = new double[shift.Length];
        for (var i = 0; i < row.Length; i++)
        {
            var left = image[i] - shift[i];
            for (var j = 0; j < i; j++) left -= lower[i][j] * row[j];
            row[i] = left / lower[i][i];
        }

        return row;
    }

    /// <inheritdoc/>
    public override double? LogVolumeNats(int features) => lower.Sum(line => Math.Log(line[^1]));
}
