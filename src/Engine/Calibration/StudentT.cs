namespace Infoscope.Engine.Calibration;

/// <summary>Student's t distribution.</summary>
internal static class StudentT
{
    private const int Steps = 2000;

    /// <summary>Gives the t below which a probability lies, by bisection to 1e-12; the probability is in [0.5, 1).</summary>
    public static double Quantile(double probability, int degreesOfFreedom)
    {
        var (low, high) = (0.0, 1.0);
        while (Cumulative(high, degreesOfFreedom) < probability) high *= 2;
        while (high - low > 1e-12 * high)
        {
            var middle = (low + high) / 2;
            if (middle == low || middle == high) break;
            if (Cumulative(middle, degreesOfFreedom) < probability) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }

    /// <summary>Gives the probability below t, for t at least 0.</summary>
    /// <remarks>
    /// With t = sqrt(nu) tan(theta) it is 1/2 plus the integral of cos^(nu-1) from 0 to theta over that from -pi/2 to pi/2, both by Simpson's rule;
    /// the ratio needs no gamma function.
    /// </remarks>
    public static double Cumulative(double t, int degreesOfFreedom)
    {
        double Integral(double to)
        {
            var step = to / Steps;
            var sum = 0.0;
            for (var i = 0; i <= Steps; i++)
            {
                var weight = i is 0 or Steps ? 1 : i % 2 == 1 ? 4 : 2;
                sum += weight * Math.Pow(Math.Max(0, Math.Cos(i * step)), degreesOfFreedom - 1);
            }

            return sum * step / 3;
        }

        return 0.5 + (Integral(Math.Atan(t / Math.Sqrt(degreesOfFreedom))) / (2 * Integral(Math.PI / 2)));
    }
}
