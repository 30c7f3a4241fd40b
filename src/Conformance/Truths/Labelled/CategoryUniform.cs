namespace Infoscope.Conformance.Truths;

/// <summary>The label k is uniform on 0 .. m-1 and the row uniform on [k, k+2).</summary>
internal sealed class CategoryUniform(int labels) : LabelTask(Shannon.Uniform(labels), 1)
{
    /// <inheritdoc/>
    protected override Truth DeriveTruth() =>
        Truth.OfClosedForm(Math.Log(labels) - ((labels - 1) * Math.Log(2) / labels), "ln m - ((m - 1)/m) ln 2");

    /// <inheritdoc/>
    protected override Truth DeriveSecondTruth()
    {
        // The density of the row is 1/(2m) on the first and last unit interval and 1/m between.
        double[] unitMasses = [0.5 / labels, .. Enumerable.Repeat(1.0 / labels, labels - 1), 0.5 / labels];
        return Truth.OfClosedForm(Shannon.EntropyNats(unitMasses) - Math.Log(2), "h(Z) - h(Z|Y), Z having a constant density on unit intervals");
    }

    /// <inheritdoc/>
    protected override void DrawRow(int label, RandomStream random, Span<double> row) => row[0] = label + (2 * random.NextDouble());

    /// <inheritdoc/>
    protected override double LogDensity(ReadOnlySpan<double> row, int label) => row[0] >= label && row[0] < label + 2 ? -Math.Log(2) : double.NegativeInfinity;
}
