namespace Infoscope.Conformance.Truths;

/// <summary>Rolls the interval [0, 1] up in the plane: t = 1.5 pi (1 + 2u), (t cos t, t sin t)/21.</summary>
internal sealed class SwissRollMap : RowMap
{
    private const double Size = 21;

    /// <inheritdoc/>
    public override string Id => "swiss-roll";

    /// <inheritdoc/>
    public override string Name => "the Swiss roll";

    /// <inheritdoc/>
    public override int OutputFeatures(int features) => features == 1
        ? 2
        : throw new ArgumentException($"the Swiss roll takes rows of 1 feature, and these have {features}.", nameof(features));

    /// <inheritdoc/>
    public override double[] Apply(ReadOnlySpan<double> row)
    {
        var t = 1.5 * Math.PI * (1 + (2 * row[0]));
        return [t * Math.Cos(t) / Size, t * Math.Sin(t) / Size];
    }

    /// <inheritdoc/>
    public override double[] Invert(ReadOnlySpan<double> image) => [((double.Hypot(image[0], image[1]) * Size / (1.5 * Math.PI)) - 1) / 2];
}
