namespace Infoscope.Conformance.Truths;

/// <summary>Turns the plane of two features by an angle that grows with the squared norm of the row.</summary>
/// <remarks>It keeps the norm, so turning back by the angle of the image inverts it; its Jacobian has determinant 1.</remarks>
internal sealed class SpiralMap(int first, int second, double speed) : RowMap
{
    /// <inheritdoc/>
    public override string Id => "spiral";

    /// <inheritdoc/>
    public override string Name => "a spiral";

    /// <inheritdoc/>
    public override int OutputFeatures(int features) => features > Math.Max(first, second)
        ? features
        : throw new ArgumentException($"the spiral turns features {first} and {second}, and the rows have {features}.", nameof(features));

    /// <inheritdoc/>
    public override double[] Apply(ReadOnlySpan<double> row) => Turn(row, speed);

    /// <inheritdoc/>
    public override double[] Invert(ReadOnlySpan<double> image) => Turn(image, -speed);

    /// <inheritdoc/>
    public override double? LogVolumeNats(int features) => 0;

    private double[] Turn(ReadOnlySpan<double> row, double speed)
    {
        double squares = 0;
        foreach (var number in row) squares += number * number;
        var (sine, cosine) = Math.SinCos(speed * squares);
        var result = row.ToArray();
        result[first] = (cosine * row[first]) - (sine * row[second]);
        result[second] = (sine * row[first]) + (cosine * row[second]);
        return result;
    }
}
