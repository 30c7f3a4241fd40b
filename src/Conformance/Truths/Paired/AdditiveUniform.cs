namespace Infoscope.Conformance.Truths;

/// <summary>X uniform on [0, 1), and Z = X + U with U uniform on [-e, e).</summary>
internal sealed class AdditiveUniform(double halfWidth) : PairTask(1, 1)
{
    /// <inheritdoc/>
    protected override Truth DeriveTruth() => halfWidth <= 0.5
        ? Truth.OfClosedForm(halfWidth - Math.Log(2 * halfWidth), "e - ln(2e)")
        : Truth.OfClosedForm(1 / (4 * halfWidth), "1/(4e)");

    /// <inheritdoc/>
    protected override Truth DeriveSecondTruth()
    {
        double[] corners = [-halfWidth, Math.Min(halfWidth, 1 - halfWidth), Math.Max(halfWidth, 1 - halfWidth), 1 + halfWidth];
        // The density has corners, where the panels end; x ln x at its zeros wants panels that shrink towards them.
        double[] panels = [.. Shrinking(corners[0], corners[1]), .. Shrinking(corners[3], corners[2]).Reverse()];
        var entropy = GaussLegendre.OnPanels(
            z =>
            {
                var density = Density(z);
                return density > 0 ? -density * Math.Log(density) : 0;
            },
            panels);
        return Truth.OfQuadrature(entropy - Math.Log(2 * halfWidth), "h(Z) - h(Z|X), h(Z) of the trapezoidal density by Gauss-Legendre panels");
    }

    /// <inheritdoc/>
    protected override void DrawPair(RandomStream random, Span<double> reference, Span<double> row)
    {
        reference[0] = random.NextDouble();
        row[0] = reference[0] + (halfWidth * ((2 * random.NextDouble()) - 1));
    }

    /// <inheritdoc/>
    protected override double PointwiseNats(ReadOnlySpan<double> reference, ReadOnlySpan<double> row) => -Math.Log(2 * halfWidth * Density(row[0]));

    private static IEnumerable<double> Shrinking(double from, double to) =>
        [from, .. Enumerable.Range(0, 50).Select(i => from + ((to - from) * Math.ScaleB(1, i - 49)))];

    private double Density(double z) => Math.Max(0, Math.Min(1, z + halfWidth) - Math.Max(0, z - halfWidth)) / (2 * halfWidth);
}
