using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Engine.Feeding;

/// <summary>The Euclidean norms of rows, scaled by the largest magnitude, so that squares neither overflow nor vanish.</summary>
/// <remarks>The squares of a row are summed in the order of its features; four rows at a time, since one sum waits for itself.</remarks>
internal sealed class RowNorms(int features)
{
    private const int Together = 4;

    private readonly double[] squares = new double[Together * features];
    private readonly double[] largest = new double[Together];

    /// <summary>Gives the norms of finite rows.</summary>
    /// <param name="rows">The rows, one after another.</param>
    /// <param name="norms">Takes the norm of each.</param>
    public void Of(ReadOnlySpan<double> rows, Span<double> norms)
    {
        for (var first = 0; first < norms.Length; first += Together)
        {
            var count = Math.Min(Together, norms.Length - first);
            for (var i = 0; i < count; i++) largest[i] = Square(rows.Slice((first + i) * features, features), squares.AsSpan(i * features, features));
            Sum(norms.Slice(first, count));
        }
    }

    private void Sum(Span<double> norms)
    {
        var (s0, s1, s2, s3) = (0.0, 0.0, 0.0, 0.0);
        var r0 = squares.AsSpan(0, features);
        var r1 = squares.AsSpan(features, features);
        var r2 = squares.AsSpan(2 * features, features);
        var r3 = squares.AsSpan(3 * features, features);
        for (var j = 0; j < r0.Length; j++)
        {
            s0 += r0[j];
            s1 += r1[j];
            s2 += r2[j];
            s3 += r3[j];
        }

        ReadOnlySpan<double> sums = [s0, s1, s2, s3];
        for (var i = 0; i < norms.Length; i++) norms[i] = largest[i] * Math.Sqrt(sums[i]);
    }

    // Writes the squares of the numbers divided by the largest magnitude, which it gives back; zeros for a row of zeros.
    private static double Square(ReadOnlySpan<double> row, Span<double> squares)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(row);
        var most = Vector<double>.Zero;
        foreach (var vector in vectors) most = Vector.Max(most, Vector.Abs(vector));
        var largest = 0.0;
        for (var i = 0; i < Vector<double>.Count; i++) largest = Math.Max(largest, most[i]);
        var done = vectors.Length * Vector<double>.Count;
        foreach (var value in row[done..]) largest = Math.Max(largest, Math.Abs(value));
        if (largest == 0)
        {
            squares.Clear();
            return 0;
        }

        var into = MemoryMarshal.Cast<double, Vector<double>>(squares);
        var divisor = new Vector<double>(largest);
        for (var i = 0; i < vectors.Length; i++)
        {
            var share = vectors[i] / divisor;
            into[i] = share * share;
        }

        for (var j = done; j < row.Length; j++) squares[j] = row[j] / largest * (row[j] / largest);
        return largest;
    }
}
