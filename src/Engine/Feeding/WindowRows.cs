using Infoscope.Engine.Inputs;

namespace Infoscope.Engine.Feeding;

/// <summary>The rows of one source in a window, in the precisions that are asked for.</summary>
/// <remarks>What single precision holds exactly is read once, in single precision, and widened row by row where double is asked for.</remarks>
internal sealed class WindowRows(IActivationSource source, bool single, bool doubles)
{
    private readonly bool readsSingle = single || (doubles && source.NativePrecision == Precision.Single);
    private readonly bool readsDouble = doubles && source.NativePrecision == Precision.Double;
    private float[] singles = [];
    private double[] wide = [];

    /// <summary>Gets the number of features of a row.</summary>
    public int Features => source.Features;

    /// <summary>Gets the bytes of a row.</summary>
    public long BytesPerRow => ((readsSingle ? sizeof(float) : 0L) + (readsDouble ? sizeof(double) : 0L)) * Features;

    /// <summary>Gets whether the rows are there in double precision as well.</summary>
    public bool HasDouble => readsDouble;

    /// <summary>Reads rows.</summary>
    public void Read(long first, int rows)
    {
        if (readsSingle) source.Read(first, Sized(ref singles, rows));
        if (readsDouble) source.Read(first, Sized(ref wide, rows));
    }

    /// <summary>Gives rows in single precision.</summary>
    public ReadOnlySpan<float> Single(int offset, int rows) => singles.AsSpan(offset * Features, rows * Features);

    /// <summary>Gives rows in double precision, where they are there in it.</summary>
    public ReadOnlySpan<double> Double(int offset, int rows) => wide.AsSpan(offset * Features, rows * Features);

    /// <summary>Copies rows in single precision.</summary>
    public void CopyTo(int offset, int rows, Span<float> target) => Single(offset, rows).CopyTo(target);

    /// <summary>Copies rows in double precision.</summary>
    public void CopyTo(int offset, int rows, Span<double> target)
    {
        if (readsDouble) Double(offset, rows).CopyTo(target);
        else Widening.Widen(Single(offset, rows), target);
    }

    private Span<T> Sized<T>(ref T[] array, int rows)
    {
        var length = checked(rows * Features);
        if (array.Length < length) array = GC.AllocateUninitializedArray<T>(length);
        return array.AsSpan(0, length);
    }
}
