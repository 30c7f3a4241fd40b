using Infoscope.Compute;
using Infoscope.Plugins.Spectrum.Distances.Geometry;
using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Distances;

/// <summary>The distances of two sentences; what several of them need is computed once.</summary>
/// <remarks>C1 and C2 are the covariances, t their traces, p their eigenvalues over their traces, c the cosines between their axes, d the number of features.</remarks>
internal sealed class SentencePair(ComputeSession compute, SentenceGeometry one, SentenceGeometry two, double ridge, double eps)
{
    // Eigenvalues err by 2e-16 of the largest, so by 2e-6 of the ridge here.
    private const double LargestRatio = 1e10;

    // Eigenvalues of the one relative to the other lie between 1/r and r for covariances of r ridges and err by 2e-16 r: the small ones by 2e-16 r^2 of themselves, 3e-12 here.
    private const double ModerateRatio = 128;

    private double[]? cosines;
    private JointSpan? span;

    private CovarianceSpectrum First => one.Spread.Spectrum;

    private CovarianceSpectrum Second => two.Spread.Spectrum;

    private int Features => one.Mean.Length;

    // A product of axes is a sum over the features, and a trace a sum over the axes.
    private int Terms => Features + First.Rank + Second.Rank;

    // Row-major: axes of the second by axes of the first.
    private double[] Cosines => cosines ??= Product(Second.Axes, First.Axes);

    private JointSpan Span => span ??= JointSpan.Of(compute, First.Shares, Second.Shares, Cosines, Features);

    // Covariances in units of the ridge.
    private double FirstOverRidge => Ratio(one.Spread.Trace / ridge, "ridge");

    private double SecondOverRidge => Ratio(two.Spread.Trace / ridge, "ridge");

    /// <summary>Gives |m1 - m2|.</summary>
    public double MeanEuclidean() => Math.Sqrt(Vectors.SquaredDistance(one.Mean, two.Mean));

    /// <summary>Gives 1 - cos(m1, m2), as half the squared distance of the directions; 1 where a mean is zero and has none.</summary>
    public double MeanCosine() => one.Direction is null || two.Direction is null ? 1 : Vectors.SquaredDistance(one.Direction, two.Direction) / 2;

    /// <summary>Gives |C1 - C2|.</summary>
    public double Frobenius() => LargerTrace(one.Spread, two.Spread) * SquaredFrobenius().Root;

    /// <summary>Gives |C1 - C2|^2 over the square of the larger trace: the squares of the eigenvalues, and of the products what axes have in common.</summary>
    public Radicand SquaredFrobenius()
    {
        var (first, second) = Traces(one.Spread, two.Spread);
        var plus = (first * first * Vectors.Dot(First.Shares, First.Shares)) + (second * second * Vectors.Dot(Second.Shares, Second.Shares));
        return new Radicand(plus, 2 * first * second * InCommon(First.Shares, Second.Shares), Terms);
    }

    /// <summary>Gives 1 - tr(C1 C2) / (|C1| |C2|).</summary>
    public double Correlation() =>
        1 - (InCommon(First.Shares, Second.Shares) / Math.Sqrt(Vectors.Dot(First.Shares, First.Shares) * Vectors.Dot(Second.Shares, Second.Shares)));

    /// <summary>Gives the Bures-Wasserstein distance of the covariances.</summary>
    public double BuresWasserstein() => Math.Sqrt(LargerTrace(one.Spread, two.Spread)) * SquaredTransport(one.Spread, two.Spread).Root;

    /// <summary>Gives the square of <see cref="BuresWasserstein"/> over the larger trace.</summary>
    public Radicand SquaredBuresWasserstein() => SquaredTransport(one.Spread, two.Spread);

    /// <summary>Gives the Wasserstein-2 distance of the Gaussians with the means and the covariances about them.</summary>
    public double GaussianWasserstein()
    {
        var (first, second) = (one.Centred!, two.Centred!);
        return double.Hypot(MeanEuclidean(), Math.Sqrt(LargerTrace(first, second)) * SquaredTransport(first, second).Root);
    }

    /// <summary>Gives |ln(C1 + ridge) - ln(C2 + ridge)|.</summary>
    public double LogEuclidean() => SquaredLogEuclidean().Root;

    /// <summary>Gives the square of <see cref="LogEuclidean"/>, as <see cref="SquaredFrobenius"/> of the logarithms of 1 + eigenvalue / ridge.</summary>
    public Radicand SquaredLogEuclidean()
    {
        double[] first = [.. First.Shares.Select(share => NearZero.LogOnePlus(FirstOverRidge * share))];
        double[] second = [.. Second.Shares.Select(share => NearZero.LogOnePlus(SecondOverRidge * share))];
        return new Radicand(Vectors.Dot(first, first) + Vectors.Dot(second, second), 2 * InCommon(first, second), Terms);
    }

    /// <summary>Gives the root of the sum of ln^2 of the eigenvalues of (C1 + ridge)^-1 (C2 + ridge).</summary>
    public double AffineInvariant()
    {
        var relative = Span.Relative(FirstOverRidge, SecondOverRidge);
        if (Math.Max(FirstOverRidge, SecondOverRidge) <= ModerateRatio) return Math.Sqrt(SquaredLogarithms(relative));

        // Those below 1 are those above 1 the other way round, where rounding leaves them their digits.
        var turned = Product(First.Axes, Second.Axes);
        var back = JointSpan.Of(compute, Second.Shares, First.Shares, turned, Features).Relative(SecondOverRidge, FirstOverRidge);
        return Math.Sqrt(SquaredLogarithms(relative.Where(value => value > 1)) + SquaredLogarithms(back.Where(value => value > 1)));
    }

    /// <summary>Gives ln det((C1 + C2)/2 + ridge) - 1/2 ln det(C1 + ridge) - 1/2 ln det(C2 + ridge).</summary>
    public double SteinDivergence() =>
        Span.LogDeterminant(FirstOverRidge / 2, SecondOverRidge / 2) - ((LogDeterminant(First, FirstOverRidge) + LogDeterminant(Second, SecondOverRidge)) / 2);

    /// <summary>Gives S((R1 + R2)/2) - (S(R1) + S(R2))/2, R = C / tr C and S = - tr R ln R.</summary>
    public double VonNeumannDivergenceNats()
    {
        var (first, second) = (First.Shares.Sum(), Second.Shares.Sum());
        var mixture = Span.Mixture(0.5 / first, 0.5 / second);
        Eigenvalues.ClearRounding(mixture, Features);
        var separate = (SpectralEntropy.ShannonNats([.. First.Shares.Select(share => share / first)]) + SpectralEntropy.ShannonNats([.. Second.Shares.Select(share => share / second)])) / 2;
        return SpectralEntropy.ShannonNats(mixture) - separate;
    }

    /// <summary>Gives R(Z1 and Z2) - (n1 R(Z1) + n2 R(Z2)) / (n1 + n2), R = 1/2 ln det(I + d/eps^2 C); of both together C is the mean of the covariances over tokens.</summary>
    public double CodingRateDistanceNats()
    {
        var rate = Features / (eps * eps);
        var (first, second) = (one.Tokens / (double)(one.Tokens + two.Tokens), two.Tokens / (double)(one.Tokens + two.Tokens));
        var (rateOne, rateTwo) = (Ratio(rate * one.Spread.Trace, "eps"), Ratio(rate * two.Spread.Trace, "eps"));
        return (Span.LogDeterminant(first * rateOne, second * rateTwo) - (first * LogDeterminant(First, rateOne)) - (second * LogDeterminant(Second, rateTwo))) / 2;
    }

    private static double Ratio(double ratio, string beside) => ratio <= LargestRatio
        ? ratio
        : throw new NumericalFailureException(FormattableString.Invariant($"a covariance is {ratio:G3} times what {beside} asks for; rounding decides from {LargestRatio:G1} on"));

    private static double SquaredLogarithms(IEnumerable<double> values) => values.Sum(value => Math.Log(value) * Math.Log(value));

    private static double LogDeterminant(CovarianceSpectrum spectrum, double factor)
    {
        double sum = 0;
        foreach (var share in spectrum.Shares) sum += NearZero.LogOnePlus(factor * share);
        return sum;
    }

    private static double LargerTrace(Spread first, Spread second) => Math.Max(first.Trace, second.Trace);

    // Traces over the larger, so that no square of them leaves the range of a double.
    private static (double First, double Second) Traces(Spread first, Spread second)
    {
        var scale = LargerTrace(first, second);
        return scale == 0 ? (0, 0) : (first.Trace / scale, second.Trace / scale);
    }

    // tr C1 + tr C2 - 2 tr (C1^1/2 C2 C1^1/2)^1/2 over the larger trace; the last term is the nuclear norm of F1 F2'.
    private Radicand SquaredTransport(Spread first, Spread second)
    {
        var (a, b) = Traces(first, second);
        var rest = a == 0 || b == 0 ? 0 : 2 * Math.Sqrt(a * b) * NuclearNorm.Of(Product(first.Factor, second.Factor), first.Factor.Rows, second.Factor.Rows);
        return new Radicand(a + b, rest, Features + first.Factor.Rows + second.Factor.Rows);
    }

    // The sum over pairs of axes of the products of their weights and their squared cosine: tr(A B) of the matrices with these eigenvalues.
    private double InCommon(double[] first, double[] second)
    {
        double sum = 0;
        for (var j = 0; j < second.Length; j++)
        {
            var row = Cosines.AsSpan(j * first.Length, first.Length);
            double shared = 0;
            for (var i = 0; i < first.Length; i++) shared += first[i] * row[i] * row[i];
            sum += second[j] * shared;
        }

        return sum;
    }

    private double[] Product(Matrix left, Matrix right)
    {
        var product = new double[left.Rows * right.Rows];
        using var matrix = compute.Multiply(left, right, transposeA: false, transposeB: true);
        compute.Download(matrix, product);
        return product;
    }
}
