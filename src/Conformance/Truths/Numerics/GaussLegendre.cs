namespace Infoscope.Conformance.Truths;

/// <summary>Gauss-Legendre quadrature with 20 nodes on each of several panels.</summary>
/// <remarks>The nodes are the roots of the Legendre polynomial, by Newton's method from their asymptotic places. Reference: Abramowitz and Stegun, 25.4.30.</remarks>
internal static class GaussLegendre
{
    private const int Count = 20;
    private static readonly (double Node, double Weight)[] Rule = [.. Enumerable.Range(0, Count).Select(RootAndWeight)];

    /// <summary>Integrates between consecutive break points; the integrand should be smooth on each panel.</summary>
    public static double OnPanels(Func<double, double> integrand, IReadOnlyList<double> breakPoints)
    {
        double sum = 0;
        for (var panel = 1; panel < breakPoints.Count; panel++)
        {
            var half = (breakPoints[panel] - breakPoints[panel - 1]) / 2;
            var middle = (breakPoints[panel] + breakPoints[panel - 1]) / 2;
            double part = 0;
            foreach (var (node, weight) in Rule) part += weight * integrand(middle + (half * node));
            sum += half * part;
        }

        return sum;
    }

    /// <summary>Integrates over [from, to], cut into panels of equal width.</summary>
    public static double Over(Func<double, double> integrand, double from, double to, int panels) => OnPanels(integrand, Cuts(from, to, panels));

    /// <summary>Gives the ends of panels of equal width.</summary>
    public static double[] Cuts(double from, double to, int panels) => [.. Enumerable.Range(0, panels + 1).Select(i => from + ((to - from) * i / panels))];

    private static (double Node, double Weight) RootAndWeight(int index)
    {
        var x = Math.Cos(Math.PI * (index + 0.75) / (Count + 0.5));
        double slope = 0;
        for (var iteration = 0; iteration < 20; iteration++)
        {
            double before = 1, current = x;
            for (var k = 2; k <= Count; k++) (before, current) = (current, (((2 * k) - 1) * x * current - ((k - 1) * before)) / k);
            slope = Count * (x * current - before) / (x * x - 1);
            x -= current / slope;
        }

        return (x, 2 / ((1 - x * x) * slope * slope));
    }
}
