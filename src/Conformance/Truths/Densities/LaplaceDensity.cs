namespace Infoscope.Conformance.Truths;

/// <summary>The Laplace density exp(-|x|/b)/(2b), b the scale.</summary>
internal sealed class LaplaceDensity(double scale) : LineDensity
{
    /// <inheritdoc/>
    public override IReadOnlyList<double> Panels => GaussLegendre.Cuts(-45 * scale, 45 * scale, 90);

    /// <inheritdoc/>
    public override double EntropyNats => 1 + Math.Log(2 * scale);

    /// <inheritdoc/>
    public override double LogDensity(double x) => -(Math.Abs(x) / scale) - Math.Log(2 * scale);

    /// <inheritdoc/>
    public override double Draw(RandomStream random) => scale * (random.NextExponential() - random.NextExponential());
}
