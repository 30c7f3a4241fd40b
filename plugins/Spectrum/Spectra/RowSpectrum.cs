using Infoscope.Compute;
using Infoscope.Plugins.Spectrum.Rows;

namespace Infoscope.Plugins.Spectrum.Spectra;

/// <summary>The spectrum of n rows Z of d features, and what is a function of it.</summary>
/// <remarks>The eigenvalues of ZZ' and of Z'Z that are above 0 are the same; they are the squares of the singular values of Z.</remarks>
internal sealed class RowSpectrum
{
    // Eigenvalues carry rounding of the size of the largest times epsilon. In units of the distortion this is about the error of each term of a coding rate.
    private const double LargestUnresolved = 1e-6;

    private readonly double[] shares;

    private RowSpectrum(double[] eigenvalues, long rows, int features)
    {
        Spectra.Eigenvalues.ClearRounding(eigenvalues, Math.Max(rows, features));
        Array.Sort(eigenvalues, (left, right) => right.CompareTo(left));
        Eigenvalues = [.. eigenvalues.TakeWhile(value => value > 0)];
        Rows = rows;
        Features = features;
        foreach (var value in Eigenvalues) Trace += value;
        shares = Array.ConvertAll(Eigenvalues, value => value / Trace);
    }

    /// <summary>Gets the eigenvalues above rounding, the largest first.</summary>
    public double[] Eigenvalues { get; }

    /// <summary>Gets n.</summary>
    public long Rows { get; }

    /// <summary>Gets d.</summary>
    public int Features { get; }

    /// <summary>Gets the sum of the eigenvalues, which is n for unit rows.</summary>
    public double Trace { get; }

    /// <summary>Gets the number of eigenvalues above rounding.</summary>
    public int Rank => Eigenvalues.Length;

    /// <summary>Gets min(n, d), the largest rank possible.</summary>
    public int LargestRank => (int)Math.Min(Rows, Features);

    /// <summary>Gets the matrix entropy, -sum p ln p with p = lambda / sum lambda.</summary>
    public double EntropyNats => SpectralEntropy.ShannonNats(shares);

    /// <summary>Gets exp(-sum q ln q) with q = s / sum s, s the singular values: Roy and Vetterli 2007.</summary>
    public double EffectiveRankSingular
    {
        get
        {
            // Relative to the largest, so that no sum of roots of tiny eigenvalues loses digits.
            double[] singular = Array.ConvertAll(Eigenvalues, value => Math.Sqrt(value / Eigenvalues[0]));
            var sum = singular.Sum();
            return Math.Exp(SpectralEntropy.ShannonNats(Array.ConvertAll(singular, value => value / sum)));
        }
    }

    /// <summary>Gets exp of the matrix entropy: Diff-eRank, arXiv 2401.17139.</summary>
    public double EffectiveRankCovariance => Math.Exp(EntropyNats);

    /// <summary>Gets (sum lambda)^2 / sum lambda^2.</summary>
    public double ParticipationRatio
    {
        get
        {
            double squares = 0;
            foreach (var share in shares) squares += share * share;
            return 1 / squares;
        }
    }

    /// <summary>Gets sum lambda / lambda_1.</summary>
    public double StableRank => Trace / Eigenvalues[0];

    /// <summary>Gets s_1 / s_rank, the condition number over the numerical rank.</summary>
    public double ConditionNumber => Math.Sqrt(Eigenvalues[0] / Eigenvalues[^1]);

    /// <summary>Gives the spectrum of rows by the smaller of the two matrices of inner products; there must be a row.</summary>
    public static RowSpectrum Of(RowList rows, ComputeSession session)
    {
        if (rows.Count > rows.Features)
        {
            var sum = new ProductSum(rows.Features);
            for (var page = 0; page < rows.Pages; page++) sum.AddFeatures(rows.Page(page), session);
            return Of(sum, rows.Count, session);
        }

        var gram = new ProductSum(rows.Count);
        gram.AddRows(rows.ToArray(), rows.Features, session);
        return OfGram(gram, rows.Features, session);
    }

    /// <summary>Gives the spectrum of rows of which ZZ' is known.</summary>
    public static RowSpectrum OfGram(ProductSum rows, int features, ComputeSession session) => new(rows.Eigenvalues(session), rows.Size, features);

    /// <summary>Gives the spectrum of rows of which Z'Z is known.</summary>
    public static RowSpectrum Of(ProductSum features, long rows, ComputeSession session) => new(features.Eigenvalues(session), rows, features.Size);

    /// <summary>Tells whether the distortion stands out from the rounding of the largest eigenvalue; of unit rows it does unless it is tiny.</summary>
    public bool ResolvesRate(double eps) => Features / (Rows * eps * eps) * Eigenvalues.FirstOrDefault() * Spectra.Eigenvalues.Epsilon <= LargestUnresolved;

    /// <summary>Gives ln det(I + d/(n eps^2) Z'Z) = sum ln(1 + d lambda / (n eps^2)).</summary>
    public double LogDeterminantNats(double eps)
    {
        var factor = Features / (Rows * eps * eps);
        double sum = 0;
        foreach (var value in Eigenvalues) sum += NearZero.LogOnePlus(factor * value);
        return sum;
    }

    /// <summary>Gives r ln(1 + d tr/(n r eps^2)), the logarithm of the determinant were the same trace spread over r equal eigenvalues: by concavity the largest for r = min(n, d), the smallest for r = 1.</summary>
    public double EqualLogDeterminantNats(double eps, double rank) => rank * NearZero.LogOnePlus(Features * Trace / (Rows * eps * eps) / rank);

    /// <summary>Gives the number of equal eigenvalues of the same trace that have the same logarithm of the determinant; between 1 and <see cref="Rank"/>.</summary>
    public double EquivalentRank(double eps) => Spectra.EquivalentRank.Of(shares, Features * Trace / (Rows * eps * eps));
}
