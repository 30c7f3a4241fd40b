namespace Infoscope.Conformance.Truths;

/// <summary>Logarithms of sums whose terms are given as logarithms.</summary>
internal static class LogSum
{
    /// <summary>Gives ln of the sum of exp(term); minus infinity when every term is.</summary>
    public static double OfExponentials(ReadOnlySpan<double> terms)
    {
        var largest = double.NegativeInfinity;
        foreach (var term in terms) largest = Math.Max(largest, term);
        if (double.IsInfinity(largest)) return largest;
        double sum = 0;
        foreach (var term in terms) sum += Math.Exp(term - largest);
        return largest + Math.Log(sum);
    }

    /// <summary>Gives ln(1 + exp(x)).</summary>
    public static double OnePlusExponential(double x) => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x)));

    // double.LogP1 adds 1 before it takes the logarithm; this keeps a small x.
    private static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
