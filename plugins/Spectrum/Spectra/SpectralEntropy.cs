namespace Infoscope.Plugins.Spectrum.Spectra;

/// <summary>Renyi's entropies of shares that sum to one, such as eigenvalues over their trace.</summary>
internal static class SpectralEntropy
{
    // Within this distance of 1 the sum of powers is near 1, and its logarithm is taken of the difference.
    private const double NearOne = 0.5;

    /// <summary>Gives H_a = ln(sum p^a)/(1 - a): ln of the number of shares above 0 at a = 0, Shannon's at a = 1, -ln max p at infinity.</summary>
    /// <param name="shares">Numbers of at least 0 that sum to one.</param>
    /// <param name="order">The order a, at least 0.</param>
    /// <returns>Nats, between 0 and ln of the number of shares above 0 but for rounding.</returns>
    public static double RenyiNats(ReadOnlySpan<double> shares, double order)
    {
        if (order == 1) return ShannonNats(shares);
        double sum = 0, largest = 0;
        foreach (var share in shares) largest = Math.Max(largest, share);
        if (double.IsPositiveInfinity(order)) return 0 - Math.Log(largest);
        var isNearOne = Math.Abs(order - 1) < NearOne;
        foreach (var share in shares)
        {
            // The largest share is taken out of powers, so that of a high order they do not all underflow.
            if (share > 0) sum += isNearOne ? share * NearZero.ExpMinusOne((order - 1) * Math.Log(share)) : Math.Pow(share / largest, order);
        }

        return isNearOne ? NearZero.LogOnePlus(sum) / (1 - order) : (Math.Log(sum) + (order * Math.Log(largest))) / (1 - order);
    }

    /// <summary>Gives -sum p ln p.</summary>
    public static double ShannonNats(ReadOnlySpan<double> shares)
    {
        double sum = 0;
        foreach (var share in shares)
        {
            if (share > 0) sum -= share * Math.Log(share);
        }

        return sum;
    }
}
