namespace Infoscope.Conformance.Truths;

/// <summary>Standard normal rows, and equally likely labels that know nothing of them.</summary>
internal sealed class IndependentLabels(int labels, int features) : LabelTask(Shannon.Uniform(labels), features)
{
    /// <inheritdoc/>
    protected override Truth DeriveTruth() => Truth.OfClosedForm(0, "Y and Z are independent");

    /// <inheritdoc/>
    protected override Truth DeriveSecondTruth() => Truth.OfQuadrature(Simplex.InformationNats(LabelCount, 0), "the simplex task with all means at the origin, by its quadrature");

    /// <inheritdoc/>
    protected override void DrawRow(int label, RandomStream random, Span<double> row) => random.FillNormal(row);

    /// <inheritdoc/>
    protected override double LogDensity(ReadOnlySpan<double> row, int label) => 0;
}
