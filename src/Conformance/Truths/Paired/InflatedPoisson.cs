namespace Infoscope.Conformance.Truths;

/// <summary>X exponential of mean 1; Z is 0 with a probability of its own, otherwise Poisson of mean X.</summary>
internal sealed class InflatedPoisson(double inflation) : PairTask(1, 1)
{
    // P(Z = z) = (1 - p) 2^-(z+1) beyond zero: 80 counts leave 1e-24, and e^-x leaves 1e-26 beyond 60.
    private const int Counts = 80;
    private const double Reach = 60;

    /// <inheritdoc/>
    protected override Truth DeriveTruth()
    {
        // With x = e^s the corner of x ln x at zero is gone and the line is the whole domain; e^s e^-(e^s) vanishes like e^s on the left.
        var sum = Trapezoid.OnLine(
            s =>
            {
                var x = Math.Exp(s);
                return x > 700 ? 0 : x * Math.Exp(-x) * DivergenceAt(x);
            },
            reach: 45,
            step: 1.0 / 32);
        return Truth.OfQuadrature(sum, "E over X of the divergence of p(z|X) from p(z), by the trapezoidal rule in ln X");
    }

    /// <inheritdoc/>
    protected override Truth DeriveSecondTruth()
    {
        double[] marginal = [.. Enumerable.Range(0, Counts).Select(z => Math.Exp(LogMarginal(z)))];
        double[] panels = [0, .. Enumerable.Range(-50, 56).Select(power => Math.ScaleB(1, power)), .. GaussLegendre.Cuts(33, Reach, 27)];
        var conditional = GaussLegendre.OnPanels(
            x => Math.Exp(-x) * Shannon.EntropyNats(Enumerable.Range(0, Counts + (int)(4 * x)).Select(z => Math.Exp(LogConditional(z, x)))), panels);
        return Truth.OfQuadrature(Shannon.EntropyNats(marginal) - conditional, "H(Z) - H(Z|X), the latter by Gauss-Legendre panels in X");
    }

    /// <inheritdoc/>
    protected override void DrawPair(RandomStream random, Span<double> reference, Span<double> row)
    {
        reference[0] = random.NextExponential();
        row[0] = random.NextDouble() < inflation ? 0 : random.NextPoisson(reference[0]);
    }

    /// <inheritdoc/>
    protected override double PointwiseNats(ReadOnlySpan<double> reference, ReadOnlySpan<double> row) =>
        LogConditional((int)row[0], reference[0]) - LogMarginal((int)row[0]);

    private double DivergenceAt(double x)
    {
        double sum = 0;
        for (var z = 0; z < Counts + (4 * x); z++)
        {
            var conditional = LogConditional(z, x);
            if (conditional > -700) sum += Math.Exp(conditional) * (conditional - LogMarginal(z));
        }

        return sum;
    }

    private double LogConditional(int z, double x) => z == 0
        ? Math.Log(inflation + ((1 - inflation) * Math.Exp(-x)))
        : Math.Log(1 - inflation) + (z * Math.Log(x)) - x - GammaFunction.Log(z + 1);

    // The mean of e^-x x^z/z! over e^-x is 2^-(z+1).
    private double LogMarginal(int z) => z == 0
        ? Math.Log(inflation + ((1 - inflation) / 2))
        : Math.Log(1 - inflation) - ((z + 1) * Math.Log(2));
}
