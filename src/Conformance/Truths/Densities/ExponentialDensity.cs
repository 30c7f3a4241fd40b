namespace Infoscope.Conformance.Truths;

/// <summary>The exponential density exp(-x/m)/m on x at least 0, m the mean.</summary>
internal sealed class ExponentialDensity(double mean) : LineDensity
{
    /// <inheritdoc/>
    public override IReadOnlyList<double> Panels => GaussLegendre.Cuts(0, 45 * mean, 45);

    /// <inheritdoc/>
    public override double EntropyNats => 1 + Math.Log(mean);

    /// <inheritdoc/>
    public override double LogDensity(double x) => x < 0 ? double.NegativeInfinity : -(x / mean) - Math.Log(mean);

    /// <inheritdoc/>
    public override double Draw(RandomStream random) => mean * random.NextExponential();
}
