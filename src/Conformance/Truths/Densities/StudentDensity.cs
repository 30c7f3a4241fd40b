namespace Infoscope.Conformance.Truths;

/// <summary>Student's t density with whole degrees of freedom.</summary>
internal sealed class StudentDensity(int degreesOfFreedom) : LineDensity
{
    /// <inheritdoc/>
    /// <remarks>Each panel is twice as wide as the one before: on that scale the tail is smooth, and beyond 2^70 even the Cauchy density leaves 1e-19.</remarks>
    public override IReadOnlyList<double> Panels { get; } = DoublingPanels();

    /// <inheritdoc/>
    public override double EntropyNats => StudentEntropy.Nats(1, degreesOfFreedom);

    /// <inheritdoc/>
    public override double LogDensity(double x) =>
        GammaFunction.Log((degreesOfFreedom + 1) / 2.0) - GammaFunction.Log(degreesOfFreedom / 2.0) - (0.5 * Math.Log(degreesOfFreedom * Math.PI))
        - ((degreesOfFreedom + 1) / 2.0 * Math.Log(1 + (x * x / degreesOfFreedom)));

    /// <inheritdoc/>
    public override double Draw(RandomStream random) => random.NextNormal() * Math.Sqrt(degreesOfFreedom / random.NextChiSquare(degreesOfFreedom));

    private static double[] DoublingPanels()
    {
        double[] positive = [.. Enumerable.Range(-2, 73).Select(power => Math.ScaleB(1, power))];
        return [.. positive.Reverse().Select(x => -x), 0, .. positive];
    }
}
