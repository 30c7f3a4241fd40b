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

    /// <summary>Gives how many numbers a distribution over some anchors has with the zeros that fill its last vector; they add nothing anywhere.</summary>
    public static int PaddedLength(int anchors) => (anchors + Width - 1) / Width * Width;

    /// <summary>Gives -sum p ln p.</summary>
    public static double Entropy(ReadOnlySpan<double> p)
    {
        var padded = Padded(p);
        return Entropy(padded, Logarithms(padded));
    }

    /// <summary>Gives -sum p ln p from padded shares and their logarithms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Entropy(ReadOnlySpan<double> p, ReadOnlySpan<double> logP)
    {
        var shares = MemoryMarshal.Cast<double, Vector512<double>>(p);
        var logs = MemoryMarshal.Cast<double, Vector512<double>>(logP);
        Vector512<double> sums = default;
        for (var i = 0; i < shares.Length && i < logs.Length; i++) sums += shares[i] * logs[i];

        // From 0, so that certainty has the entropy 0 and not -0.
        return 0 - Sum(sums);
    }

    /// <summary>Gives the divergence of one distribution from another that is positive wherever the first is; never below 0.</summary>
    public static double Divergence(ReadOnlySpan<double> p, ReadOnlySpan<double> from)
    {
        var (paddedP, paddedFrom) = (Padded(p), Padded(from));
        return Divergence(paddedP, Logarithms(paddedP), paddedFrom, Logarithms(paddedFrom));
    }

    /// <summary>Gives the divergence from padded shares and their logarithms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Divergence(ReadOnlySpan<double> p, ReadOnlySpan<double> logP, ReadOnlySpan<double> from, ReadOnlySpan<double> logFrom)
    {
        var shares = MemoryMarshal.Cast<double, Vector512<double>>(p);
        var logs = MemoryMarshal.Cast<double, Vector512<double>>(logP);
        var others = MemoryMarshal.Cast<double, Vector512<double>>(from);
        var otherLogs = MemoryMarshal.Cast<double, Vector512<double>>(logFrom);
        Vector512<double> sums = default;
        for (var i = 0; i < shares.Length && i < logs.Length && i < others.Length && i < otherLogs.Length; i++) sums += Excess(shares[i], logs[i], others[i], otherLogs[i]);
        return Sum(sums);
    }

    /// <summary>Gives the Jensen-Shannon divergence of two distributions with equal weights; between 0 and ln 2.</summary>
    public static double JensenShannon(ReadOnlySpan<double> p, ReadOnlySpan<double> q)
    {
        var padded = Padded(p);
        return JensenShannon(padded, Logarithms(padded), Padded(q));
    }

    /// <summary>Gives the Jensen-Shannon divergence from padded shares and the logarithms of the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double JensenShannon(ReadOnlySpan<double> p, ReadOnlySpan<double> logP, ReadOnlySpan<double> q)
    {
        var shares = MemoryMarshal.Cast<double, Vector512<double>>(p);
        var logs = MemoryMarshal.Cast<double, Vector512<double>>(logP);
        var others = MemoryMarshal.Cast<double, Vector512<double>>(q);
        Vector512<double> sums = default;
        for (var i = 0; i < shares.Length && i < logs.Length && i < others.Length; i++) sums += ExcessOfBoth(shares[i], logs[i], others[i]);
        return 0.5 * Sum(sums);
    }

    /// <summary>Writes the logarithms of padded shares; where a share is negligible, a number that is finite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Logarithms(ReadOnlySpan<double> p, Span<double> logP)
    {
        var shares = MemoryMarshal.Cast<double, Vector512<double>>(p);
        var logs = MemoryMarshal.Cast<double, Vector512<double>>(logP);
        for (var i = 0; i < shares.Length && i < logs.Length; i++) logs[i] = LogarithmOf(shares[i]);
    }

    private static double[] Logarithms(double[] padded)
    {
        var logarithms = new double[padded.Length];
        Logarithms(padded, logarithms);
        return logarithms;
    }

    private static double[] Padded(ReadOnlySpan<double> shares)
    {
        var padded = new double[PaddedLength(shares.Length)];
        shares.CopyTo(padded);
        return padded;
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

    /// <summary>Gives p ln(p/m) + q ln(q/m), m being the middle of p and q; never below 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExcessOfBoth(Vector512<double> p, Vector512<double> logP, Vector512<double> q)
    {
        var middle = 0.5 * (p + q);
        var logMiddle = LogarithmOf(middle);
        var difference = p - middle;
        var result = (p * (logP - logMiddle)) + (q * (LogarithmOf(q) - logMiddle));
        var isNear = Vector512.LessThanOrEqual(Vector512.Abs(difference), SeriesLimit * middle);
        return isNear == Vector512<double>.Zero ? result : Vector512.ConditionalSelect(isNear, ExcessOfBothNear(difference, middle), result);
    }

    // With p = (1+r) m and q = (1-r) m the odd powers of r cancel: 2 m (r^2/2 + r^4/12 + r^6/30 + ...).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ExcessOfBothNear(Vector512<double> difference, Vector512<double> middle)
    {
        // Where the middle is 0, so is the difference.
        var r = difference / Vector512.ConditionalSelect(Vector512.Equals(middle, Vector512<double>.Zero), Vector512<double>.One, middle);
        var square = r * r;
        var sum = Vector512.Create(1.0 / (7 * 13));
        sum = (sum * square) + Vector512.Create(1.0 / (6 * 11));
        sum = (sum * square) + Vector512.Create(1.0 / (5 * 9));
        sum = (sum * square) + Vector512.Create(1.0 / (4 * 7));
        sum = (sum * square) + Vector512.Create(1.0 / (3 * 5));
        sum = (sum * square) + Vector512.Create(1.0 / (2 * 3));
        sum = (sum * square) + Vector512<double>.One;
        return middle * square * sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum(Vector512<double> numbers)
    {
        var four = numbers.GetLower() + numbers.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }
}
