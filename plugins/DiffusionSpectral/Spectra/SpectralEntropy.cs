namespace Infoscope.Plugins.DiffusionSpectral.Spectra;

/// <summary>The Shannon entropy of a spectrum whose magnitudes are raised to a power and divided by their sum.</summary>
internal static class SpectralEntropy
{
    /// <summary>Gives -sum p ln p with p = |lambda|^t / sum |lambda|^t and 0 ln 0 = 0; never below 0. Cost: O(n).</summary>
    /// <remarks>
    /// With u = t ln(|lambda| / largest), at most 0, and S = sum exp(u) it is ln S - sum exp(u) u / S: two terms of one sign, for any t without overflow.
    /// Rounding errors that stand for eigenvalues 0 count like any other, as in the published numbers. For t of 1 and above they change nothing: n of them,
    /// each n times the machine's epsilon, have an entropy of n^2 eps ln(1 / (n eps)), and measured ones are far smaller. For t below 1 the powers of what is
    /// smaller than epsilon are decided by rounding whatever is done with them; leaving them out would give t -> 0 the logarithm of a numerical rank.
    /// </remarks>
    /// <param name="eigenvalues">The eigenvalues in any order, not all 0.</param>
    /// <param name="time">The power t, above 0.</param>
    public static double Nats(ReadOnlySpan<double> eigenvalues, double time)
    {
        double largest = 0;
        foreach (var value in eigenvalues) largest = Math.Max(largest, Math.Abs(value));
        double sum = 0, weighted = 0;
        foreach (var value in eigenvalues)
        {
            if (value == 0) continue;
            var exponent = time * Math.Log(Math.Abs(value) / largest);
            var weight = Math.Exp(exponent);
            sum += weight;
            // A power that vanishes has no part in the entropy, however large its logarithm.
            if (weight > 0) weighted -= weight * exponent;
        }

        return Math.Log(sum) + (weighted / sum);
    }

    /// <summary>Gives sum |lambda|^t: for a positive semidefinite operator the trace of its t-th power.</summary>
    public static double Trace(ReadOnlySpan<double> eigenvalues, double time)
    {
        double sum = 0;
        foreach (var value in eigenvalues) sum += Math.Pow(Math.Abs(value), time);
        return sum;
    }
}
