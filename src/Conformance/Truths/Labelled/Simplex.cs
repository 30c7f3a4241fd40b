namespace Infoscope.Conformance.Truths;

/// <summary>K equally likely labels with means a e_k in K dimensions and identity covariance.</summary>
/// <remarks>
/// With X = sum_k exp(a z_k) under the first label, I = ln K + a^2 - E ln X. Frullani's integral ln x = int_0^inf (e^-t - e^-xt)/t dt and the independence
/// of the coordinates give E ln X = int (exp(-e^s) - L(s + a^2) L(s)^(K-1)) ds over the line, with t = e^s and L(s) = E exp(-e^(s + a u)), u standard normal.
/// </remarks>
internal sealed class Simplex(int labels, double amplitude) : LabelTask(Shannon.Uniform(labels), labels)
{
    /// <summary>Gives the information by two nested trapezoidal rules.</summary>
    public static double InformationNats(int labels, double amplitude)
    {
        var squared = amplitude * amplitude;
        // On the left both terms are 1 to within e^s beyond -a^2 - 12a; on the right L vanishes like a normal tail at s/a.
        var reach = 40 + squared + (12 * Math.Abs(amplitude));
        var meanLog = Trapezoid.OnLine(
            s => Math.Exp(-Math.Exp(s)) - ((1 - Complement(s + squared, amplitude)) * Math.Pow(1 - Complement(s, amplitude), labels - 1)),
            reach,
            step: 1.0 / 8);
        return Math.Log(labels) + squared - meanLog;
    }

    /// <inheritdoc/>
    protected override Truth DeriveTruth() => Truth.OfQuadrature(InformationNats(LabelCount, amplitude), "ln K + a^2 - E ln sum exp(a z_k), the logarithm by Frullani's integral");

    /// <inheritdoc/>
    protected override void DrawRow(int label, RandomStream random, Span<double> row)
    {
        random.FillNormal(row);
        row[label] += amplitude;
    }

    /// <inheritdoc/>
    // |z - a e_k|^2/2 without what all labels share.
    protected override double LogDensity(ReadOnlySpan<double> row, int label) => amplitude * row[label];

    /// <summary>Gives 1 - L(s), so that an L near 1 is not a sum of weights, whose rounding its power would show.</summary>
    // The integrand is bounded for |Im u| < pi/(2a), which the step has to resolve.
    private static double Complement(double s, double amplitude) => Trapezoid.OnLine(
        u => Math.Exp(NormalDistribution.LogDensity(u)) * (1 - Math.Exp(-Math.Exp(s + (amplitude * u)))), reach: 10, step: 1 / Math.Max(6, 6 * Math.Abs(amplitude)));
}
