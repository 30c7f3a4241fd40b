namespace Infoscope.Plugins.DiffusionSpectral.Spectra;

/// <summary>The Shannon entropy of a spectrum whose magnitudes are raised to a power and divided by their sum.</summary>
internal static class SpectralEntropy
{
    private const double Epsilon = 1.0 / (1L << 52);

    /// <summary>Gives -sum p ln p with p = |lambda|^t / sum |lambda|^t and 0 ln 0 = 0; never below 0. Cost: O(n).</summary>
    /// <remarks>
    /// With u = t ln(|lambda| / largest), at most 0, and S = sum exp(u) it is ln S - sum exp(u) u / S: two terms of one sign, for any t without overflow.
    /// Rounding errors that stand for eigenvalues near 0 count like any other, as in the published numbers. From t = 1 on they change nothing: all of them
    /// together have an entropy below n^2 eps ln(1 / (n eps)), and below 1e-11 as measured up to n = 2,048. For t below 1 the powers of eigenvalues smaller than
    /// epsilon are decided by rounding whatever is done; left out, t -> 0 would give the logarithm of a numerical rank instead of that of the distinct points.
    /// </remarks>
    /// <param name="eigenvalues">The eigenvalues in any order, not all 0.</param>
    /// <param name="time">The power t, above 0.</param>
    public static double Nats(ReadOnlySpan<double> eigenvalues, double time)
    {
        var largest = Largest(eigenvalues);
        double sum = 0, weighted = 0;
        foreach (var value in eigenvalues)
        {
            if (value == 0) continue;
            var exponent = time * LogRatio(value, largest, eigenvalues.Length);
            var weight = Math.Exp(exponent);
            sum += weight;
            // A power that vanishes has no part in the entropy, however large its logarithm.
            if (weight > 0) weighted -= weight * exponent;
        }

        return Math.Log(sum) + (weighted / sum);
    }

    /// <summary>Gives sum (|lambda| / largest)^t: for a positive semidefinite operator whose largest eigenvalue is 1 the trace of its t-th power.</summary>
    public static double Trace(ReadOnlySpan<double> eigenvalues, double time)
    {
        var largest = Largest(eigenvalues);
        double sum = 0;
        foreach (var value in eigenvalues)
        {
            if (value != 0) sum += Math.Exp(time * LogRatio(value, largest, eigenvalues.Length));
        }

        return sum;
    }

    private static double Largest(ReadOnlySpan<double> eigenvalues)
    {
        double largest = 0;
        foreach (var value in eigenvalues) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }

    // Eigenvalues are known to n times the machine's epsilon. Several that are the largest must stay so at any power.
    private static double LogRatio(double value, double largest, int count)
    {
        var ratio = Math.Abs(value) / largest;
        return ratio >= 1 - (count * Epsilon) ? 0 : Math.Log(ratio);
    }
}
