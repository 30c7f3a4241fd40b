namespace Infoscope.Conformance.Truths;

/// <summary>X and Z jointly Student with identity dispersion: uncorrelated, yet dependent through their common scale.</summary>
internal sealed class StudentPair(int features, int degreesOfFreedom) : PairTask(features, features)
{
    /// <inheritdoc/>
    protected override Truth DeriveTruth() => Truth.OfClosedForm(
        (2 * StudentEntropy.Nats(Features, degreesOfFreedom)) - StudentEntropy.Nats(2 * Features, degreesOfFreedom), "h(X) + h(Z) - h(X,Z) of Student densities");

    /// <inheritdoc/>
    protected override void DrawPair(RandomStream random, Span<double> reference, Span<double> row)
    {
        var scale = Math.Sqrt(degreesOfFreedom / random.NextChiSquare(degreesOfFreedom));
        for (var i = 0; i < row.Length; i++)
        {
            reference[i] = scale * random.NextNormal();
            row[i] = scale * random.NextNormal();
        }
    }

    /// <inheritdoc/>
    protected override double PointwiseNats(ReadOnlySpan<double> reference, ReadOnlySpan<double> row)
    {
        var (x, z) = (Squares(reference), Squares(row));
        return LogDensity(x + z, 2 * Features) - LogDensity(x, Features) - LogDensity(z, Features);
    }

    private static double Squares(ReadOnlySpan<double> vector)
    {
        double sum = 0;
        foreach (var number in vector) sum += number * number;
        return sum;
    }

    private double LogDensity(double squares, int dimensions)
    {
        var half = (degreesOfFreedom + dimensions) / 2.0;
        return GammaFunction.Log(half) - GammaFunction.Log(degreesOfFreedom / 2.0) - (dimensions / 2.0 * Math.Log(degreesOfFreedom * Math.PI))
            - (half * Math.Log(1 + (squares / degreesOfFreedom)));
    }
}
