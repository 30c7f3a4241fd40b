namespace Infoscope.Conformance.Truths;

/// <summary>The two-Gaussian task after max(0, z): an atom at zero and a density above it.</summary>
internal sealed class RectifiedGaussians(double delta) : LabelTask(Shannon.Uniform(2), 1)
{
    private readonly NormalMixture mixture = LineMixture.TwoGaussians(delta);

    /// <inheritdoc/>
    protected override Truth DeriveTruth()
    {
        var all = AtomOf(0) + AtomOf(1);
        var atom = Enumerable.Range(0, 2).Sum(k => AtomOf(k) * Math.Log(2 * AtomOf(k) / all)) / 2;
        return Truth.OfQuadrature(atom + Between(0, 14 + delta, 0), "the sum over the atom, and Gauss-Legendre panels over z > 0");
    }

    /// <inheritdoc/>
    protected override Truth DeriveSecondTruth()
    {
        // The chain rule: what the rectifier forgets is P(z < 0) I(Y;Z | z < 0).
        var forgotten = Between(-14 - delta, 0, 1);
        return Truth.OfQuadrature(LineMixture.InformationNats(mixture) - forgotten, "the two-Gaussian task less what z says below zero, by Gauss-Legendre panels over z < 0");
    }

    /// <inheritdoc/>
    protected override void DrawRow(int label, RandomStream random, Span<double> row) => row[0] = Math.Max(0, mixture.DrawFrom(label, random));

    /// <inheritdoc/>
    protected override double LogDensity(ReadOnlySpan<double> row, int label) => row[0] > 0 ? mixture.LogDensityOf(label, row[0]) : Math.Log(AtomOf(label));

    private double AtomOf(int label) => NormalDistribution.Cumulative(label == 1 ? -delta / 2 : delta / 2);

    /// <summary>Integrates f_y ln(f_y/f) over an interval, less a share of what the atom of that interval says.</summary>
    private double Between(double from, double to, double shareOfAtom)
    {
        var all = (AtomOf(0) + AtomOf(1)) / 2;
        return Enumerable.Range(0, 2).Sum(k => 0.5 * GaussLegendre.Over(
            z => Math.Exp(mixture.LogDensityOf(k, z)) * (mixture.LogDensityOf(k, z) - mixture.LogDensity(z) - (shareOfAtom * Math.Log(AtomOf(k) / all))), from, to, 100));
    }
}
