namespace Infoscope.Conformance.Truths;

/// <summary>Two equally likely labels, von Mises-Fisher around the first axis and its opposite.</summary>
internal sealed class AntipodalDirections(int features, double concentration) : LabelTask(Shannon.Uniform(2), features)
{
    /// <inheritdoc/>
    // I = ln 2 - E ln(1 + exp(-2 kappa t)); with t = cos(angle) its density is sin^(d-2)(angle) exp(kappa t).
    protected override Truth DeriveTruth()
    {
        double Weight(double angle) => Math.Pow(Math.Sin(angle), Features - 2) * Math.Exp(concentration * (Math.Cos(angle) - 1));
        var loss = GaussLegendre.Over(angle => Weight(angle) * LogSum.OnePlusExponential(-2 * concentration * Math.Cos(angle)), 0, Math.PI, 100);
        return Truth.OfQuadrature(Math.Log(2) - (loss / GaussLegendre.Over(Weight, 0, Math.PI, 100)), "ln 2 - E ln(1 + exp(-2 kappa cos)), over the angle by Gauss-Legendre panels");
    }

    /// <inheritdoc/>
    // I = kappa E t - E ln cosh(kappa t); with t = tanh s its density is sech^(d-1)(s) exp(kappa t).
    protected override Truth DeriveSecondTruth()
    {
        double Mean(Func<double, double> function) => Trapezoid.OnLine(
            s => Math.Pow(Math.Cosh(s), 1 - Features) * Math.Exp(concentration * (Math.Tanh(s) - 1)) * function(Math.Tanh(s)), reach: 25, step: 1.0 / 64);
        var evenLog = Mean(t => LogCosh(concentration * t)) / Mean(_ => 1);
        return Truth.OfQuadrature((concentration * MeanCosine(Features, concentration)) - evenLog, "kappa E cos from the continued fraction of the Bessel ratio, less E ln cosh(kappa cos) by the trapezoidal rule");
    }

    /// <summary>Gives the mean cosine I_{d/2}(kappa)/I_{d/2-1}(kappa), by Gauss's continued fraction.</summary>
    public static double MeanCosine(int features, double concentration)
    {
        double ratio = 0;
        for (var k = 500 + (int)concentration; k >= 0; k--) ratio = 1 / ((2 * ((features / 2.0) + k) / concentration) + ratio);
        return ratio;
    }

    /// <inheritdoc/>
    // Rejection from the envelope of Wood, "Simulation of the von Mises Fisher distribution" (1994): (1 + u_1)/2 of a uniform direction u is its beta variable.
    protected override void DrawRow(int label, RandomStream random, Span<double> row)
    {
        var less = Features - 1.0;
        var b = less / ((2 * concentration) + Math.Sqrt((4 * concentration * concentration) + (less * less)));
        var x0 = (1 - b) / (1 + b);
        var c = (concentration * x0) + (less * Math.Log(1 - (x0 * x0)));
        double cosine;
        do
        {
            random.FillDirection(row);
            var beta = (1 + row[0]) / 2;
            cosine = (1 - ((1 + b) * beta)) / (1 - ((1 - b) * beta));
        }
        while ((concentration * cosine) + (less * Math.Log(1 - (x0 * cosine))) - c < Math.Log(1 - random.NextDouble()));

        random.FillDirection(row[1..]);
        foreach (ref var number in row[1..]) number *= Math.Sqrt(1 - (cosine * cosine));
        row[0] = label == 1 ? cosine : -cosine;
    }

    /// <inheritdoc/>
    protected override double LogDensity(ReadOnlySpan<double> row, int label) => concentration * (label == 1 ? row[0] : -row[0]);

    private static double LogCosh(double x) => Math.Abs(x) + LogSum.OnePlusExponential(-2 * Math.Abs(x)) - Math.Log(2);
}
