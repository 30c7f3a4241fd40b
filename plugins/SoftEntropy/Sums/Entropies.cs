namespace Infoscope.Plugins.SoftEntropy.Sums;

/// <summary>Entropies and divergences of distributions over the anchors, in nats; 0 ln 0 is 0.</summary>
internal static class Entropies
{
    // Below this relative difference the series of Excess is exact to a double in as many terms as it takes; above, the closed form loses four digits at most.
    private const double SeriesLimit = 0.05;
    private const int SeriesTerms = 13;

    // A share below this adds less to any sum than a double can show; its mean over rows may even have become 0.
    private const double Negligible = 1e-300;

    /// <summary>Gives -sum p ln p.</summary>
    public static double Entropy(ReadOnlySpan<double> p)
    {
        double sum = 0;
        foreach (var share in p)
        {
            if (share > 0) sum += share * Math.Log(share);
        }

        // From 0, so that certainty has the entropy 0 and not -0.
        return 0 - sum;
    }

    /// <summary>Gives the divergence of one distribution from another that is positive wherever the first is; never below 0.</summary>
    public static double Divergence(ReadOnlySpan<double> p, ReadOnlySpan<double> from)
    {
        double sum = 0;
        for (var i = 0; i < p.Length; i++) sum += Excess(p[i], from[i]);
        return sum;
    }

    /// <summary>Gives the Jensen-Shannon divergence of two distributions with equal weights; between 0 and ln 2.</summary>
    public static double JensenShannon(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        double sum = 0;
        for (var i = 0; i < p.Length; i++)
        {
            var middle = 0.5 * (p[i] + q[i]);
            sum += Excess(p[i], middle) + Excess(q[i], middle);
        }

        return 0.5 * sum;
    }

    /// <summary>Gives p ln(p/q) - p + q, which is never below 0 and adds up to the divergence of two distributions.</summary>
    /// <remarks>The linear terms cancel in the sum. With them each term is of second order in p - q, so a small divergence keeps its digits.</remarks>
    private static double Excess(double p, double q)
    {
        if (p < Negligible) return q > p ? q - p : 0;
        var difference = p - q;
        if (Math.Abs(difference) > SeriesLimit * q) return p * Math.Log(p / q) - difference;
        // With r = (p - q)/q the term is q ((1+r) ln(1+r) - r) = q (r^2/2 - r^3/6 + r^4/12 - ...).
        var r = difference / q;
        double sum = 0;
        for (var k = SeriesTerms; k >= 2; k--) sum = 1.0 / (k * (k - 1)) - r * sum;
        return q * r * r * sum;
    }
}
