using System.Buffers;
using System.Runtime.InteropServices;

namespace Infoscope.Compute;

/// <summary>Memory for an operation whose first number begins a cache line; what is in it at first is anything.</summary>
internal sealed class AlignedNumbers : IDisposable
{
    private const int LineBytes = 64;

    // Small enough that the pool may keep it: 32 MiB.
    private const int MostPooled = 1 << 22;

    private readonly GCHandle pin;
    private readonly bool pooled;

    public AlignedNumbers(int length)
    {
        var withMargin = checked(length + (LineBytes / sizeof(double)));
        pooled = withMargin <= MostPooled;
        Array = pooled ? ArrayPool<double>.Shared.Rent(withMargin) : GC.AllocateUninitializedArray<double>(withMargin);
        pin = GCHandle.Alloc(Array, GCHandleType.Pinned);
        First = (int)(-pin.AddrOfPinnedObject() & (LineBytes - 1)) / sizeof(double);
        Length = length;
    }

    /// <summary>Gets the array that the numbers are in.</summary>
    public double[] Array { get; }

    /// <summary>Gets where in the array they begin.</summary>
    public int First { get; }

    public int Length { get; }

    public Span<double> Span => Array.AsSpan(First, Length);

    public void Dispose()
    {
        pin.Free();
        if (pooled) ArrayPool<double>.Shared.Return(Array);
    }
}
