namespace Infoscope.Conformance.Truths;

/// <summary>Uniform directions whose length is log-normal, the label shifting the logarithm by +-delta/2.</summary>
internal sealed class RadialOnly(int features, double delta) : LabelTask(Shannon.Uniform(2), features)
{
    /// <inheritdoc/>
    protected override Truth DeriveTruth() => Truth.OfQuadrature(
        LineMixture.InformationNats(LineMixture.TwoGaussians(delta)), "Z is the pair of ln r and an independent direction, so I is that of the two-Gaussian task of ln r");

    /// <inheritdoc/>
    protected override void DrawRow(int label, RandomStream random, Span<double> row)
    {
        random.FillDirection(row);
        var length = Math.Exp((label == 1 ? delta / 2 : -delta / 2) + random.NextNormal());
        foreach (ref var number in row) number *= length;
    }

    /// <inheritdoc/>
    protected override double LogDensity(ReadOnlySpan<double> row, int label)
    {
        double squares = 0;
        foreach (var number in row) squares += number * number;
        return NormalDistribution.LogDensity(Math.Log(squares) / 2, label == 1 ? delta / 2 : -delta / 2, 1);
    }
}
