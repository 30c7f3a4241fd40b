using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Plugins.SoftEntropy.Sums;

/// <summary>Entropies and divergences of distributions over the anchors, in nats; 0 ln 0 is 0.</summary>
/// <remarks>Sums are taken in eight lanes on every processor.</remarks>
internal static class Entropies
{
    // Below this relative difference the series of Excess is exact to a double in as many terms as it takes; above, the closed form loses four digits at most.
    private const double SeriesLimit = 0.05;

    // A share below this adds less to any sum than a double can show; its mean over rows may even have become 0.
    private const double Negligible = 1e-290;

    private static int Width => Vector512<double>.Count;

    /// <summary>Gives -sum p ln p.</summary>
    public static double Entropy(ReadOnlySpan<double> p) => Entropy(p, Logarithms(p));

    /// <summary>Gives -sum p ln p from the logarithms of p.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Entropy(ReadOnlySpan<double> p, ReadOnlySpan<double> logP)
    {
        Vector512<double> sums = default;
        for (var i = 0; i < p.Length; i += Width) sums += At(p, i) * At(logP, i);

        // From 0, so that certainty has the entropy 0 and not -0.
        return 0 - Sum(sums);
    }

    /// <summary>Gives the divergence of one distribution from another that is positive wherever the first is; never below 0.</summary>
    public static double Divergence(ReadOnlySpan<double> p, ReadOnlySpan<double> from) => Divergence(p, Logarithms(p), from, Logarithms(from));

    /// <summary>Gives the divergence from the logarithms of both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Divergence(ReadOnlySpan<double> p, ReadOnlySpan<double> logP, ReadOnlySpan<double> from, ReadOnlySpan<double> logFrom)
    {
        Vector512<double> sums = default;
        for (var i = 0; i < p.Length; i += Width) sums += Excess(At(p, i), At(logP, i), At(from, i), At(logFrom, i));
        return Sum(sums);
    }

    /// <summary>Gives the Jensen-Shannon divergence of two distributions with equal weights; between 0 and ln 2.</summary>
    public static double JensenShannon(ReadOnlySpan<double> p, ReadOnlySpan<double> q) => JensenShannon(p, Logarithms(p), q);

    /// <summary>Gives the Jensen-Shannon divergence from the logarithms of the first distribution.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double JensenShannon(ReadOnlySpan<double> p, ReadOnlySpan<double> logP, ReadOnlySpan<double> q)
    {
        Vector512<double> sums = default;
        for (var i = 0; i < p.Length; i += Width)
        {
            var (x, y) = (At(p, i), At(q, i));
            var middle = 0.5 * (x + y);
            var logMiddle = LogarithmOf(middle);
            sums += Excess(x, At(logP, i), middle, logMiddle) + Excess(y, LogarithmOf(y), middle, logMiddle);
        }

        return 0.5 * Sum(sums);
    }

    /// <summary>Writes the logarithms of shares; where a share is negligible, a number that is finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Logarithms(ReadOnlySpan<double> shares, Span<double> logarithms)
    {
        for (var i = 0; i < shares.Length; i += Width)
        {
            var log = LogarithmOf(At(shares, i));
            if (i + Width <= logarithms.Length) log.CopyTo(logarithms[i..]);
            else for (var lane = 0; i + lane < logarithms.Length; lane++) logarithms[i + lane] = log[lane];
        }
    }

    private static double[] Logarithms(ReadOnlySpan<double> shares)
    {
        var logarithms = new double[shares.Length];
        Logarithms(shares, logarithms);
        return logarithms;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> LogarithmOf(Vector512<double> shares) =>
        Logarithm.Of(Vector512.ConditionalSelect(Vector512.LessThan(shares, Vector512.Create(Negligible)), Vector512.Create(Negligible), shares));

    /// <summary>Gives p ln(p/q) - p + q, which is never below 0 and adds up to the divergence of two distributions.</summary>
    /// <remarks>The linear terms cancel in the sum. With them each term is of second order in p - q, so a small divergence keeps its digits.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Excess(Vector512<double> p, Vector512<double> logP, Vector512<double> q, Vector512<double> logQ)
    {
        var difference = p - q;
        var result = (p * (logP - logQ)) - difference;
        var isNear = Vector512.LessThanOrEqual(Vector512.Abs(difference), SeriesLimit * q);
        if (isNear != Vector512<double>.Zero) result = Vector512.ConditionalSelect(isNear, ExcessOfNear(difference, q), result);
        return Vector512.ConditionalSelect(Vector512.LessThan(p, Vector512.Create(Negligible)), Vector512.ConditionalSelect(Vector512.GreaterThan(q, p), q - p, Vector512<double>.Zero), result);
    }

    // With r = (p - q)/q the term is q ((1+r) ln(1+r) - r) = q (r^2/2 - r^3/6 + r^4/12 - ...).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExcessOfNear(Vector512<double> difference, Vector512<double> q)
    {
        var r = difference / q;
        var sum = Vector512.Create(1.0 / (13 * 12));
        sum = Vector512.Create(1.0 / (12 * 11)) - (r * sum);
        sum = Vector512.Create(1.0 / (11 * 10)) - (r * sum);
        sum = Vector512.Create(1.0 / (10 * 9)) - (r * sum);
        sum = Vector512.Create(1.0 / (9 * 8)) - (r * sum);
        sum = Vector512.Create(1.0 / (8 * 7)) - (r * sum);
        sum = Vector512.Create(1.0 / (7 * 6)) - (r * sum);
        sum = Vector512.Create(1.0 / (6 * 5)) - (r * sum);
        sum = Vector512.Create(1.0 / (5 * 4)) - (r * sum);
        sum = Vector512.Create(1.0 / (4 * 3)) - (r * sum);
        sum = Vector512.Create(1.0 / (3 * 2)) - (r * sum);
        sum = Vector512.Create(1.0 / (2 * 1)) - (r * sum);
        return q * r * r * sum;
    }

    // Those that lack are 0, which adds nothing anywhere.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> At(ReadOnlySpan<double> numbers, int first) =>
        first + Width <= numbers.Length ? Vector512.Create(numbers[first..]) : Rest(numbers[first..]);

    private static Vector512<double> Rest(ReadOnlySpan<double> numbers)
    {
        Span<double> eight = stackalloc double[8];
        numbers.CopyTo(eight);
        return Vector512.Create<double>(eight);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum(Vector512<double> numbers)
    {
        var four = numbers.GetLower() + numbers.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }
}
