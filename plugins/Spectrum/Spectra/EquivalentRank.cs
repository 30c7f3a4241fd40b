namespace Infoscope.Plugins.Spectrum.Spectra;

/// <summary>Solves r ln(1 + c/r) = sum ln(1 + c p_i) for r, where p are shares that sum to one: how many equal shares say as much.</summary>
internal static class EquivalentRank
{
    // Below this the alternating series of Curvature is exact to a double in as many terms as it takes.
    private const double SeriesLimit = 0.1;
    private const int SeriesTerms = 18;

    /// <summary>Gives r, between 1 and the number of shares. Cost: O(shares), and some 60 evaluations.</summary>
    /// <param name="shares">Numbers above 0 that sum to one.</param>
    /// <param name="scale">c, above 0.</param>
    public static double Of(ReadOnlySpan<double> shares, double scale)
    {
        // The left side increases with r. Where c is small both sides are c to first order; so the remainder c - r ln(1 + c/r), over c^2, is compared, which decreases with r.
        double target = 0;
        foreach (var share in shares) target += scale < 1 ? share * share * Curvature(scale * share) : NearZero.LogOnePlus(scale * share);
        return Solved(rank => scale < 1 ? Curvature(scale / rank) / rank > target : rank * NearZero.LogOnePlus(scale / rank) < target, shares.Length);
    }

    /// <summary>Gives r of the mean of r ln(1 + c/r) over draws of isotropic rows, and its standard deviation, to first order in theirs.</summary>
    /// <param name="rows">The right side.</param>
    /// <param name="scale">c, at least 1.</param>
    /// <param name="most">The largest r.</param>
    public static (double Mean, double Deviation) Of(IsotropicRows rows, double scale, double most)
    {
        var mean = Solved(rank => rank * NearZero.LogOnePlus(scale / rank) < rows.MeanNats, most);
        return (mean, rows.DeviationNats / (NearZero.LogOnePlus(scale / mean) - (scale / (mean + scale))));
    }

    private static double Solved(Func<double, bool> isBelow, double most)
    {
        double low = 1, high = most;
        if (!isBelow(low)) return low;
        if (isBelow(high)) return high;
        while (true)
        {
            var middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) return middle;
            if (isBelow(middle)) low = middle;
            else high = middle;
        }
    }

    /// <summary>Gives (x - ln(1 + x)) / x^2 = 1/2 - x/3 + x^2/4 - ...</summary>
    private static double Curvature(double x)
    {
        if (x > SeriesLimit) return (x - NearZero.LogOnePlus(x)) / (x * x);
        double sum = 0;
        for (var k = SeriesTerms; k >= 2; k--) sum = (1.0 / k) - (x * sum);
        return sum;
    }
}
