namespace Infoscope.Conformance.Truths;

/// <summary>Standard normal X, and Z_i = gain_i X_i + noise_i E_i with independent standard normal E.</summary>
internal sealed class GaussianChannel(double[] gain, double[] noise) : PairTask(gain.Length, gain.Length)
{
    /// <summary>Gives the gains and noises whose rows are standard normal too.</summary>
    public static (double[] Gain, double[] Noise) OfCorrelations(params double[] correlations) => (correlations, [.. correlations.Select(r => Math.Sqrt(1 - (r * r)))]);

    /// <inheritdoc/>
    protected override Truth DeriveTruth() => Truth.OfClosedForm(
        Enumerable.Range(0, Features).Sum(i => 0.5 * Math.Log(1 + Squared(gain[i] / noise[i]))), "the sum of (1/2) ln(1 + (gain/noise)^2), which is -(1/2) ln(1 - rho^2)");

    /// <inheritdoc/>
    // h(Z) - h(Z|X) of each coordinate as a scale mixture of one component, whose entropies are integrals.
    protected override Truth DeriveSecondTruth() => Truth.OfQuadrature(
        Enumerable.Range(0, Features).Sum(i => EntropyOfNormal(double.Hypot(gain[i], noise[i])) - EntropyOfNormal(noise[i])),
        "h(Z) - h(Z|X), each by Gauss-Legendre panels");

    /// <inheritdoc/>
    protected override void DrawPair(RandomStream random, Span<double> reference, Span<double> row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            reference[i] = random.NextNormal();
            row[i] = (gain[i] * reference[i]) + (noise[i] * random.NextNormal());
        }
    }

    /// <inheritdoc/>
    protected override double PointwiseNats(ReadOnlySpan<double> reference, ReadOnlySpan<double> row)
    {
        double sum = 0;
        for (var i = 0; i < row.Length; i++)
        {
            sum += NormalDistribution.LogDensity(row[i], gain[i] * reference[i], noise[i]) - NormalDistribution.LogDensity(row[i], 0, double.Hypot(gain[i], noise[i]));
        }

        return sum;
    }

    private static double EntropyOfNormal(double standardDeviation) => new NormalMixture([1], [0], [standardDeviation]).EntropyByPanels();

    private static double Squared(double x) => x * x;
}
