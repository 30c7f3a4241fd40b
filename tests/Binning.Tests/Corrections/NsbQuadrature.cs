using System.Collections.Concurrent;

namespace Infoscope.Plugins.Binning.Tests.Corrections;

/// <summary>The estimate of Nemenman, Shafee and Bialek as an integral over xi, the mean entropy under the prior, which needs no density of the prior: 60 panels of Gauss's rule for 5 points.</summary>
/// <remarks>Each concentration is found from its xi by bisection. Evidence and mean entropy are finite products and sums over draws, since all counts are whole.</remarks>
internal sealed class NsbQuadrature
{
    private static readonly ConcurrentDictionary<int, NsbQuadrature> Made = new();

    // Abscissas and weights of Gauss and Legendre for 5 points on -1 .. 1; Abramowitz and Stegun, table 25.4.
    private static readonly (double Place, double Weight)[] Rule =
    [
        (-0.906179845938663993, 0.236926885056189088), (-0.538469310105683091, 0.478628670499366468), (0, 0.568888888888888889),
        (0.538469310105683091, 0.478628670499366468), (0.906179845938663993, 0.236926885056189088),
    ];

    private readonly int cells;
    private readonly (double Concentration, double Xi, double Weight)[] nodes;

    private NsbQuadrature(int cells, int panels)
    {
        this.cells = cells;
        var width = Math.Log(cells) / panels;
        nodes = [.. from panel in Enumerable.Range(0, panels) from point in Rule let xi = width * (panel + ((1 + point.Place) / 2)) select (ConcentrationOf(xi), xi, point.Weight)];
    }

    public static NsbQuadrature OfCells(int cells) => Made.GetOrAdd(cells, number => new NsbQuadrature(number, 60));

    public double Nats(long[] counts)
    {
        double weights = 0, sum = 0;
        foreach (var (concentration, xi, weight) in nodes)
        {
            var evidence = weight * Evidence(counts, concentration);
            weights += evidence;
            sum += evidence * MeanEntropy(counts, concentration, xi);
        }

        return sum / weights;
    }

    /// <summary>The chance of the draws in their order, urn by urn.</summary>
    private double Evidence(long[] counts, double concentration)
    {
        double product = 1;
        var drawn = 0;
        foreach (var count in counts)
        {
            for (var same = 0; same < count; same++) product *= (same + concentration) / (drawn++ + (cells * concentration));
        }

        return product;
    }

    /// <summary>xi and the steps psi(x + 1) - psi(x) = 1/x that the draws add to both of its terms.</summary>
    private double MeanEntropy(long[] counts, double concentration, double xi)
    {
        var whole = cells * concentration;
        double mean = 0;
        for (var draw = 1; draw <= counts.Sum(); draw++) mean += 1 / (whole + draw);
        foreach (var count in counts)
        {
            double own = 0;
            for (var same = 1; same <= count; same++) own += 1 / (concentration + same);
            mean -= (count + concentration) / (counts.Sum() + whole) * own;
        }

        return xi + mean;
    }

    private double ConcentrationOf(double xi)
    {
        var (low, high) = (-60.0, 60.0);
        for (var half = 0; half < 100; half++)
        {
            var middle = (low + high) / 2;
            if (Xi(Math.Exp(middle)) < xi) low = middle;
            else high = middle;
        }

        return Math.Exp((low + high) / 2);
    }

    /// <summary>psi(K beta + 1) - psi(beta + 1), as a difference of sums of 1/(x + j) up to 99 and Euler and Maclaurin's rest.</summary>
    private double Xi(double concentration)
    {
        static double Rest(double x) => Math.Log(x) - (1 / (2 * x)) - (1 / (12 * x * x)) + (1 / (120 * Math.Pow(x, 4)));

        const int Steps = 100;
        double whole = cells * concentration, sum = 0;
        for (var step = 1; step < Steps; step++) sum += (whole - concentration) / (concentration + step) / (whole + step);
        return sum + Rest(whole + Steps) - Rest(concentration + Steps);
    }
}
