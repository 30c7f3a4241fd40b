using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Infoscope.Compute;

/// <summary>Eight numbers of which fewer may be there, and their sum in one order on every processor.</summary>
internal static class Lanes8
{
    /// <summary>Reads at most eight numbers; those that lack are 0.</summary>
    public static Vector512<double> Load(ReadOnlySpan<double> numbers)
    {
        Span<double> eight = stackalloc double[8];
        numbers.CopyTo(eight);
        return Vector512.Create<double>(eight);
    }

    /// <summary>Writes the first numbers, as many as there is room for.</summary>
    public static void Store(Vector512<double> numbers, Span<double> to)
    {
        Span<double> eight = stackalloc double[8];
        numbers.CopyTo(eight);
        eight[..to.Length].CopyTo(to);
    }

    /// <summary>Widens eight numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Widen(Vector256<float> numbers)
    {
        if (Avx512F.IsSupported) return Avx512F.ConvertToVector512Double(numbers);
        var (low, high) = Vector256.Widen(numbers);
        return Vector512.Create(low, high);
    }

    /// <summary>Adds up the eight numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> numbers)
    {
        var four = numbers.GetLower() + numbers.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }
}
