namespace Infoscope.Conformance.Truths;

/// <summary>The uniform density on [0, width).</summary>
internal sealed class UniformDensity(double width) : LineDensity
{
    /// <inheritdoc/>
    public override IReadOnlyList<double> Panels => [0, width];

    /// <inheritdoc/>
    public override double EntropyNats => Math.Log(width);

    /// <inheritdoc/>
    public override double LogDensity(double x) => x >= 0 && x < width ? -Math.Log(width) : double.NegativeInfinity;

    /// <inheritdoc/>
    public override double Draw(RandomStream random) => width * random.NextDouble();
}
