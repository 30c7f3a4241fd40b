using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Plugins.Binning.Rows;

/// <summary>Takes up rows and tells those that can be used from those that cannot.</summary>
internal static class FiniteRow
{
    /// <summary>Copies a row of single precision into one of double, which loses nothing.</summary>
    public static void Widen(ReadOnlySpan<float> from, Span<double> to)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(from);
        var wide = MemoryMarshal.Cast<double, Vector<double>>(to);
        for (var i = 0; i < vectors.Length; i++) Vector.Widen(vectors[i], out wide[2 * i], out wide[(2 * i) + 1]);
        for (var i = vectors.Length * Vector<float>.Count; i < from.Length; i++) to[i] = from[i];
    }

    /// <summary>Tells whether a row holds neither a NaN nor an infinity.</summary>
    public static bool Is(ReadOnlySpan<double> row)
    {
        // 0 times a number that is not finite is NaN, which stays in a sum.
        var products = Vector<double>.Zero;
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(row);
        foreach (var vector in vectors) products += vector * Vector<double>.Zero;
        var isFinite = products == Vector<double>.Zero;
        foreach (var value in row[(vectors.Length * Vector<double>.Count)..]) isFinite &= double.IsFinite(value);
        return isFinite;
    }

    /// <summary>Gives the first place of the largest number of a finite row.</summary>
    public static int PlaceOfLargest(ReadOnlySpan<double> row)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(row);
        var best = new Vector<double>(row[0]);
        foreach (var vector in vectors) best = Vector.ConditionalSelect(Vector.GreaterThan(vector, best), vector, best);
        var largest = row[0];
        for (var i = 0; i < Vector<double>.Count; i++) largest = Math.Max(largest, best[i]);
        foreach (var value in row[(vectors.Length * Vector<double>.Count)..]) largest = Math.Max(largest, value);
        var wanted = new Vector<double>(largest);
        var place = 0;
        while (place < vectors.Length && !Vector.EqualsAny(vectors[place], wanted)) place++;
        place *= Vector<double>.Count;
        while (row[place] != largest) place++;
        return place;
    }
}
