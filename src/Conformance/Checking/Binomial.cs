namespace Infoscope.Conformance;

/// <summary>The binomial distribution.</summary>
internal static class Binomial
{
    /// <summary>Gives the probability of at least so many successes among n, each of probability p in (0, 1), summed in logarithms.</summary>
    public static double UpperTail(int successes, int n, double p)
    {
        if (successes <= 0) return 1;
        var logTerm = n * Math.Log(1 - p);
        var tail = 0.0;
        for (var k = 0; k <= n; k++)
        {
            if (k >= successes) tail += Math.Exp(logTerm);
            logTerm += Math.Log((n - k) / (k + 1.0)) + Math.Log(p / (1 - p));
        }

        return Math.Min(1, tail);
    }
}
