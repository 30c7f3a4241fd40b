namespace Infoscope.Engine.Studies;

/// <summary>The laws y = c + s e^u with u linear in ln x, for offsets c on one side of all y: below them with s = 1, above them with s = -1.</summary>
/// <param name="logX">ln x less its mean.</param>
/// <param name="y">Positive numbers, not all equal.</param>
/// <param name="isBelow">Whether c is below all y.</param>
internal sealed class OffsetBranch(double[] logX, double[] y, bool isBelow)
{
    private const int MostIterations = 200;
    private const double Converged = 1e-15;
    private const double GivesUp = 1e12;

    private readonly double[] logY = [.. y.Select(value => Math.Log(value))];
    private readonly double nearest = isBelow ? y.Min() : y.Max();
    private readonly double range = y.Max() - y.Min();

    /// <summary>Gives the offset at a distance from the nearest y, in units of the range of y, on the scale of log10.</summary>
    public double OffsetAt(double logDistance) => nearest + ((isBelow ? -1 : 1) * range * Math.Pow(10, logDistance));

    /// <summary>Gives the best law with an offset: the least sum of squared differences of ln y, by Levenberg and Marquardt.</summary>
    public (double SumOfSquares, double LogScale, double Exponent) Fit(double offset)
    {
        var (scale, exponent) = Start(offset);
        var best = SumOfSquares(offset, scale, exponent);
        var damping = 1e-3;
        for (var i = 0; i < MostIterations && damping < GivesUp; i++)
        {
            var (stepOfScale, stepOfExponent) = Step(offset, scale, exponent, damping);
            var next = SumOfSquares(offset, scale + stepOfScale, exponent + stepOfExponent);
            if (!(next < best))
            {
                damping *= 10;
                continue;
            }

            var gain = best - next;
            (scale, exponent, best) = (scale + stepOfScale, exponent + stepOfExponent, next);
            damping /= 10;
            if (gain <= Converged * best) break;
        }

        return (best, scale, exponent);
    }

    // The straight line through ln |y - c|, which weighs the points wrongly but is near.
    private (double LogScale, double Exponent) Start(double offset)
    {
        var logs = y.Select(value => Math.Log(Math.Abs(value - offset))).ToArray();
        var mean = logs.Average();
        return (mean, logX.Zip(logs, (at, of) => at * (of - mean)).Sum() / logX.Sum(at => at * at));
    }

    private double Power(double scale, double exponent, int i) => (isBelow ? 1 : -1) * Math.Exp(scale + (exponent * logX[i]));

    private double SumOfSquares(double offset, double scale, double exponent)
    {
        var sum = 0.0;
        for (var i = 0; i < logX.Length; i++)
        {
            var law = offset + Power(scale, exponent, i);
            if (!(law > 0)) return double.PositiveInfinity;
            var left = logY[i] - Math.Log(law);
            sum += left * left;
        }

        return sum;
    }

    // The derivative of ln y with respect to u is s e^u / y.
    private (double OfScale, double OfExponent) Step(double offset, double scale, double exponent, double damping)
    {
        double aa = 0, ab = 0, bb = 0, ra = 0, rb = 0;
        for (var i = 0; i < logX.Length; i++)
        {
            var power = Power(scale, exponent, i);
            var law = offset + power;
            var (a, left) = (power / law, logY[i] - Math.Log(law));
            var b = a * logX[i];
            aa += a * a;
            ab += a * b;
            bb += b * b;
            ra += a * left;
            rb += b * left;
        }

        aa *= 1 + damping;
        bb *= 1 + damping;
        var determinant = (aa * bb) - (ab * ab);
        return (((ra * bb) - (rb * ab)) / determinant, ((rb * aa) - (ra * ab)) / determinant);
    }
}
