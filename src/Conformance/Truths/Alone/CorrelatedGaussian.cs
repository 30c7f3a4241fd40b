using Infoscope.Compute;

namespace Infoscope.Conformance.Truths;

/// <summary>Normal rows with covariance scale_i scale_j rho^|i-j|, scale_i = 1 + i/d: no element of it is zero.</summary>
internal sealed class CorrelatedGaussian(int features, double correlation) : RowsTask(features)
{
    /// <inheritdoc/>
    public override Quantity Quantity => Quantities.DifferentialEntropy;

    /// <inheritdoc/>
    // The determinant of rho^|i-j| is (1 - rho^2)^(d-1), as each coordinate adds the innovation of a first-order autoregression.
    protected override Truth DeriveTruth() => Truth.OfClosedForm(
        (Features * NormalDistribution.EntropyNats) + ((Features - 1) * 0.5 * Math.Log(1 - (correlation * correlation))) + Enumerable.Range(0, Features).Sum(i => Math.Log(Scale(i))),
        "(1/2) ln det(2 pi e C), the determinant from the autoregression");

    /// <inheritdoc/>
    protected override Truth DeriveSecondTruth()
    {
        var covariance = new double[Features * Features];
        for (var i = 0; i < covariance.Length; i++)
        {
            var (row, column) = Math.DivRem(i, Features);
            covariance[i] = Scale(row) * Scale(column) * Math.Pow(correlation, Math.Abs(row - column));
        }

        var provider = new CpuComputeProvider();
        using var session = provider.Open(provider.Probe()[0], Precision.Double);
        using var matrix = session.Upload(covariance, Features, Features);
        return Truth.OfClosedForm(
            (Features * NormalDistribution.EntropyNats) + (0.5 * session.LogDeterminantSpd(matrix)), "(1/2) ln det(2 pi e C), the determinant from the Cholesky factor");
    }

    /// <inheritdoc/>
    protected override void DrawRow(RandomStream random, Span<double> row)
    {
        double state = random.NextNormal();
        for (var i = 0; i < row.Length; i++)
        {
            if (i > 0) state = (correlation * state) + (Math.Sqrt(1 - (correlation * correlation)) * random.NextNormal());
            row[i] = Scale(i) * state;
        }
    }

    /// <inheritdoc/>
    protected override double LogDensity(ReadOnlySpan<double> row)
    {
        var innovation = Math.Sqrt(1 - (correlation * correlation));
        var sum = NormalDistribution.LogDensity(row[0], 0, Scale(0));
        for (var i = 1; i < row.Length; i++)
        {
            sum += NormalDistribution.LogDensity(row[i], correlation * row[i - 1] / Scale(i - 1) * Scale(i), innovation * Scale(i));
        }

        return sum;
    }

    private double Scale(int feature) => 1 + ((double)feature / Features);
}
