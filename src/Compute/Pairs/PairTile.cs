using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>The innermost kernel: sums of 4 lines paired with 8, in eight vector registers.</summary>
internal static class PairTile
{
    public const int Rows = 4;
    public const int Columns = 8;

    /// <summary>Rounds a number of lines up to whole panels of either side.</summary>
    public static int Round(int lines) => (lines + Columns - 1) / Columns * Columns;

    /// <summary>Adds to a tile of sums, whose rows are <paramref name="stride"/> apart, the terms of two packed panels.</summary>
    public static void Add<TTerm>(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> sums, int stride, TTerm term)
        where TTerm : struct, IPairTerm
    {
        var row0 = MemoryMarshal.Cast<double, Vector256<double>>(sums[..Columns]);
        var row1 = MemoryMarshal.Cast<double, Vector256<double>>(sums.Slice(stride, Columns));
        var row2 = MemoryMarshal.Cast<double, Vector256<double>>(sums.Slice(2 * stride, Columns));
        var row3 = MemoryMarshal.Cast<double, Vector256<double>>(sums.Slice(3 * stride, Columns));
        var (s00, s01, s10, s11) = (row0[0], row0[1], row1[0], row1[1]);
        var (s20, s21, s30, s31) = (row2[0], row2[1], row3[0], row3[1]);
        var wideRight = MemoryMarshal.Cast<double, Vector256<double>>(right);
        while (wideRight.Length >= 2 && left.Length >= Rows)
        {
            var (y0, y1) = (wideRight[0], wideRight[1]);
            var x = Vector256.Create(left[0]);
            s00 = term.Add(s00, x, y0);
            s01 = term.Add(s01, x, y1);
            x = Vector256.Create(left[1]);
            s10 = term.Add(s10, x, y0);
            s11 = term.Add(s11, x, y1);
            x = Vector256.Create(left[2]);
            s20 = term.Add(s20, x, y0);
            s21 = term.Add(s21, x, y1);
            x = Vector256.Create(left[3]);
            s30 = term.Add(s30, x, y0);
            s31 = term.Add(s31, x, y1);
            wideRight = wideRight[2..];
            left = left[Rows..];
        }

        (row0[0], row0[1], row1[0], row1[1]) = (s00, s01, s10, s11);
        (row2[0], row2[1], row3[0], row3[1]) = (s20, s21, s30, s31);
    }
}
