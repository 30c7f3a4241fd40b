namespace Infoscope.Conformance.Truths;

/// <summary>Means (+-a, +-a) with identity covariance; the label is the product of the signs.</summary>
internal sealed class Xor(double amplitude) : LabelTask(Shannon.Uniform(2), 2)
{
    /// <inheritdoc/>
    protected override Truth DeriveTruth()
    {
        // The chain rule: both signs are known as well as two independent pairs at distance 2a; given the label, the signs are one pair at distance 2a sqrt(2).
        var both = 2 * LineMixture.InformationNats(LineMixture.TwoGaussians(2 * amplitude));
        var given = LineMixture.InformationNats(LineMixture.TwoGaussians(2 * amplitude * Math.Sqrt(2)));
        return Truth.OfQuadrature(both - given, "chain rule over the two signs: twice the two-Gaussian task at 2a less that at 2a sqrt(2)");
    }

    /// <inheritdoc/>
    protected override Truth DeriveSecondTruth()
    {
        // P(Y = + | z) = (1 + tanh(a z1) tanh(a z2))/2, and by symmetry the mean over one of the four components is the mean over all.
        var component = new NormalMixture([1], [amplitude], [1]);
        var panels = GaussLegendre.Cuts(amplitude - 9, amplitude + 9, 18);
        var information = GaussLegendre.OnPanels(
            z1 => Math.Exp(component.LogDensity(z1)) * GaussLegendre.OnPanels(
                z2 => Math.Exp(component.LogDensity(z2)) * (Math.Log(2) - BinaryEntropy(Math.Tanh(amplitude * z1) * Math.Tanh(amplitude * z2))),
                panels),
            panels);
        return Truth.OfQuadrature(information, "ln 2 less the mean posterior entropy, over the plane by Gauss-Legendre panels");
    }

    /// <inheritdoc/>
    protected override void DrawRow(int label, RandomStream random, Span<double> row)
    {
        var sign = random.NextBelow(2) == 0 ? -1 : 1;
        row[0] = (sign * amplitude) + random.NextNormal();
        row[1] = ((label == 1 ? sign : -sign) * amplitude) + random.NextNormal();
    }

    /// <inheritdoc/>
    protected override double LogDensity(ReadOnlySpan<double> row, int label)
    {
        var along = amplitude * (row[0] + (label == 1 ? row[1] : -row[1]));
        // ln cosh, from the two components of the label.
        return Math.Abs(along) + LogSum.OnePlusExponential(-2 * Math.Abs(along));
    }

    private static double BinaryEntropy(double difference) => Shannon.EntropyNats([(1 + difference) / 2, (1 - difference) / 2]);
}
