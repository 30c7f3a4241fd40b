namespace Infoscope.Conformance.Truths;

/// <summary>Rows of one number, a symbol 0, 1, 2, ... of a discrete distribution.</summary>
/// <param name="probabilities">The probability of each symbol; what lies beyond them is negligible.</param>
/// <param name="entropyNats">The entropy by a formula other than the sum of -p ln p.</param>
/// <param name="formula">That formula in words.</param>
internal sealed class Symbols(double[] probabilities, double entropyNats, string formula) : RowsTask(1)
{
    /// <inheritdoc/>
    public override Quantity Quantity => Quantities.DiscreteEntropy;

    /// <inheritdoc/>
    protected override Truth DeriveTruth() => Truth.OfClosedForm(entropyNats, formula);

    /// <inheritdoc/>
    protected override Truth DeriveSecondTruth() => Truth.OfClosedForm(Shannon.EntropyNats(probabilities), "the sum of -p ln p");

    /// <inheritdoc/>
    protected override void DrawRow(RandomStream random, Span<double> row) => row[0] = random.NextCategory(probabilities);

    /// <inheritdoc/>
    protected override double LogDensity(ReadOnlySpan<double> row) => Math.Log(probabilities[(int)row[0]]);
}
