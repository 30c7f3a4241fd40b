namespace Infoscope.Conformance.Truths;

/// <summary>Rows whose coordinates are independent draws of one density.</summary>
internal sealed class IndependentCoordinates(LineDensity density, int features, string formula) : RowsTask(features)
{
    /// <inheritdoc/>
    public override Quantity Quantity => Quantities.DifferentialEntropy;

    /// <inheritdoc/>
    protected override Truth DeriveTruth() => density is NormalMixture { Count: > 1 }
        ? Truth.OfQuadrature(Features * density.EntropyNats, formula)
        : Truth.OfClosedForm(Features * density.EntropyNats, formula);

    /// <inheritdoc/>
    protected override Truth DeriveSecondTruth() => Truth.OfQuadrature(Features * density.EntropyByPanels(), "d times the integral of -f ln f, by Gauss-Legendre panels");

    /// <inheritdoc/>
    protected override void DrawRow(RandomStream random, Span<double> row)
    {
        foreach (ref var number in row) number = density.Draw(random);
    }

    /// <inheritdoc/>
    protected override double LogDensity(ReadOnlySpan<double> row)
    {
        double sum = 0;
        foreach (var number in row) sum += density.LogDensity(number);
        return sum;
    }
}
