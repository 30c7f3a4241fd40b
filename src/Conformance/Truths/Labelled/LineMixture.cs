namespace Infoscope.Conformance.Truths;

/// <summary>Labels on the line: each label a normal density.</summary>
internal sealed class LineMixture(NormalMixture mixture) : LabelTask(mixture.Weights, 1)
{
    /// <summary>Gets the density of the row without its label.</summary>
    public NormalMixture Mixture => mixture;

    /// <summary>Gives I = E ln(f_y/f) by the trapezoidal rule.</summary>
    public static double InformationNats(NormalMixture mixture) =>
        Enumerable.Range(0, mixture.Count).Sum(k => mixture.Weights[k] * mixture.MeanOver(k, z => mixture.LogDensityOf(k, z) - mixture.LogDensity(z)));

    /// <summary>Gives two equally likely labels at +-delta/2.</summary>
    public static NormalMixture TwoGaussians(double delta) => new([0.5, 0.5], [-delta / 2, delta / 2], [1, 1]);

    /// <inheritdoc/>
    protected override Truth DeriveTruth() => Truth.OfQuadrature(InformationNats(mixture), "quadrature of E ln(f_y/f), label by label");

    /// <inheritdoc/>
    protected override Truth DeriveSecondTruth() =>
        Truth.OfQuadrature(mixture.EntropyByPanels() - mixture.ConditionalEntropyNats, "h(Z) - h(Z|Y), h(Z) by Gauss-Legendre panels, h(Z|Y) in closed form");

    /// <inheritdoc/>
    protected override void DrawRow(int label, RandomStream random, Span<double> row) => row[0] = mixture.DrawFrom(label, random);

    /// <inheritdoc/>
    protected override double LogDensity(ReadOnlySpan<double> row, int label) => mixture.LogDensityOf(label, row[0]);
}
