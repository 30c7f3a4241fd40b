using System.Numerics;
using System.Runtime.InteropServices;
using Infoscope.Engine.Labels;

namespace Infoscope.Engine.Feeding;

/// <summary>Looks at every used row as it is read, for those that estimators commonly leave out: all zero, or with a NaN or an infinity.</summary>
/// <param name="rows">The number of all rows.</param>
/// <param name="zeroIsUsable">Whether no estimator leaves out rows that are all zero.</param>
/// <param name="precision">The precision in which rows are looked at; a number may be zero or infinite in single alone.</param>
internal sealed class RowWatch(long rows, bool zeroIsUsable, Precision precision)
{
    /// <summary>Gets the precision in which rows are looked at.</summary>
    public Precision Precision => precision;

    /// <summary>Gets the rows that were found.</summary>
    public RowSet Unusable { get; } = new(rows);

    /// <summary>Looks at a window.</summary>
    public void Look(Window window)
    {
        // What was read in single alone is the same in both.
        var inDouble = precision == Precision.Double && window.Activations.HasDouble;
        foreach (var stretch in window.Stretches)
        {
            for (var offset = stretch.Offset; offset < stretch.End; offset++)
            {
                var usable = inDouble ? IsUsable(window.Activations.Double(offset, 1), zeroIsUsable) : IsUsable(window.Activations.Single(offset, 1), zeroIsUsable);
                if (!usable) Unusable.Add(window.First + offset);
            }
        }
    }

    /// <summary>Tells whether every number is finite and, unless zero is usable, some is not zero.</summary>
    internal static bool IsUsable<T>(ReadOnlySpan<T> row, bool zeroIsUsable)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // 0 times a number that is not finite is NaN, which stays in a sum. The bits of all numbers together are those of a zero only if each is one.
        var (products, others) = (Vector<T>.Zero, Vector<T>.Zero);
        var (bits, otherBits) = (Vector<T>.Zero, Vector<T>.Zero);
        var vectors = MemoryMarshal.Cast<T, Vector<T>>(row);
        var i = 0;
        for (; i < vectors.Length - 1; i += 2)
        {
            products += vectors[i] * Vector<T>.Zero;
            others += vectors[i + 1] * Vector<T>.Zero;
            bits |= vectors[i];
            otherBits |= vectors[i + 1];
        }

        for (; i < vectors.Length; i++)
        {
            products += vectors[i] * Vector<T>.Zero;
            bits |= vectors[i];
        }

        var isFinite = products + others == Vector<T>.Zero;
        var anyNotZero = Vector.Abs(bits | otherBits) != Vector<T>.Zero;
        for (var j = vectors.Length * Vector<T>.Count; j < row.Length; j++)
        {
            isFinite &= T.IsFinite(row[j]);
            anyNotZero |= row[j] != T.Zero;
        }

        return isFinite && (anyNotZero || zeroIsUsable);
    }
}
