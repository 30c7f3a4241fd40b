namespace Infoscope.Plugins.Spectrum.Spectra;

/// <summary>What random isotropic rows of length 1 give for ln det(I + d/(n eps^2) Z'Z): their mean and standard deviation over draws, in closed form.</summary>
/// <remarks>
/// The mean is that of the Marchenko-Pastur law, d times the integral of Verdu and Shamai 1999 (IEEE Trans. Inf. Theory 45, 622) as Tulino and Verdu 2004 write it, with its correction of order 1
/// for real entries and for lengths that are 1 and not 1 in the mean. What is left of order 1/d is below the standard deviation.
/// </remarks>
/// <param name="MeanNats">The mean.</param>
/// <param name="DeviationNats">The standard deviation over draws.</param>
internal readonly record struct IsotropicRows(double MeanNats, double DeviationNats)
{
    /// <summary>Gives it for n rows of d features, each at least 1. Cost: O(1).</summary>
    public static IsotropicRows Of(long rows, int features, double eps)
    {
        double n = rows, d = features;
        // One row, and rows of one feature, have no other spectrum.
        if (rows == 1 || features == 1) return new IsotropicRows(NearZero.LogOnePlus(d / (eps * eps)), 0);
        // Letters of the papers: Z'Z = HH' with H of d x n entries of variance 1/d. F/4 is 4 gamma^2 beta/S; it is nowhere subtracted from numbers of its size.
        double gamma = d / (n * eps * eps), beta = n / d, root = Math.Sqrt(beta);
        var q = Math.Sqrt((gamma * (1 + root) * (1 + root)) + 1) * Math.Sqrt((gamma * (1 - root) * (1 - root)) + 1);
        var s = 2 * (1 + (gamma * (1 + beta)) + q);
        // 1 + gamma - F/4 and 1 + gamma beta - F/4 have the product S/4; the larger one is a sum of positive numbers.
        var larger = 0.5 * (1 + (gamma * Math.Abs(1 - beta)) + q);
        var (ofRows, ofFeatures) = beta <= 1 ? (larger, s / 4 / larger) : (s / 4 / larger, larger);
        var quarter = 4 * gamma * gamma * beta / s;
        var isNearOne = gamma * (1 + beta) < 1;
        var logOfRows = isNearOne ? NearZero.LogOnePlus(gamma - quarter) : Math.Log(ofRows);
        var logOfFeatures = isNearOne ? NearZero.LogOnePlus((gamma * beta) - quarter) : Math.Log(ofFeatures);
        // d f(gamma, beta), with n for d beta.
        var mean = (n * logOfRows) + (d * logOfFeatures) - (d * quarter / gamma);
        // The variance of complex entries is -ln(1 - k), k = (F/(4 gamma))^2/beta; of real ones twice that, and their mean is ln(1 - k)/2 off.
        // Lengths of variance 2/d about 1 take k from the mean, by the curvature of the logarithm, and add 2 k to the variance; rows of length 1 have neither.
        var k = 16 * gamma * gamma * beta / (s * s);
        var log = NearZero.LogOnePlus(-k);
        return new IsotropicRows(mean + (0.5 * log) + k, Math.Sqrt(Math.Max(0, -2 * (log + k))));
    }
}
