using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Engine.Feeding;

/// <summary>Looks at every used row as it is read, for those that estimators commonly leave out: all zero, or with a NaN or an infinity.</summary>
/// <param name="zeroIsUsable">Whether no estimator leaves out rows that are all zero.</param>
/// <param name="precision">The precision in which rows are looked at; a number may be zero or infinite in single alone.</param>
internal sealed class RowWatch(bool zeroIsUsable, Precision precision)
{
    private readonly HashSet<long> unusable = [];

    /// <summary>Gets the precision in which rows are looked at.</summary>
    public Precision Precision => precision;

    /// <summary>Gets the rows that were found.</summary>
    public IReadOnlySet<long> Unusable => unusable;

    /// <summary>Looks at a window.</summary>
    public void Look(FeedLayout layout, Window window)
    {
        var d = layout.Features;
        for (var offset = 0; offset < window.Rows; offset++)
        {
            var row = window.First + offset;
            if (!layout.IsSelected(row)) continue;
            var usable = precision == Precision.Single ? IsUsable<float>(window.Single.AsSpan(offset * d, d), zeroIsUsable) : IsUsable<double>(window.Double.AsSpan(offset * d, d), zeroIsUsable);
            if (!usable) unusable.Add(row);
        }
    }

    /// <summary>Tells whether every number is finite and, unless zero is usable, some is not zero.</summary>
    internal static bool IsUsable<T>(ReadOnlySpan<T> row, bool zeroIsUsable)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // 0 times a number that is not finite is NaN, which stays in a sum.
        var products = Vector<T>.Zero;
        var anyNotZero = false;
        var vectors = MemoryMarshal.Cast<T, Vector<T>>(row);
        foreach (var vector in vectors)
        {
            products += vector * Vector<T>.Zero;
            anyNotZero |= vector != Vector<T>.Zero;
        }

        var isFinite = products == Vector<T>.Zero;
        for (var i = vectors.Length * Vector<T>.Count; i < row.Length; i++)
        {
            isFinite &= T.IsFinite(row[i]);
            anyNotZero |= row[i] != T.Zero;
        }

        return isFinite && (anyNotZero || zeroIsUsable);
    }
}
