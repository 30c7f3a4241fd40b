using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Infoscope.Plugins.DiffusionSpectral.Kernels.Tiles;

/// <summary>Memory for tiles that the system has back as soon as they are disposed.</summary>
/// <remarks>The collector would keep the tiles of one kernel for a while beside those of the next, and beside so much in its heap let passing results gather by the gigabyte.</remarks>
internal sealed class TileMemory : SafeHandleZeroOrMinusOneIsInvalid
{
    private const int Elements = TileProduct.Edge * TileProduct.Edge;
    private const long TileBytes = Elements * sizeof(float);

    // A cache line.
    private const int Alignment = 64;

    private readonly nint first;

    /// <summary>Takes memory for some tiles, with any content.</summary>
    /// <exception cref="OutOfMemoryException">There is not so much.</exception>
    public TileMemory(int count)
        : base(ownsHandle: true)
    {
        Count = count;
        SetHandle(Marshal.AllocHGlobal(checked((nint)((count * TileBytes) + Alignment))));
        first = (handle + Alignment - 1) & -Alignment;
    }

    /// <summary>Gets the number of tiles.</summary>
    public int Count { get; }

    /// <summary>Gets the elements of a tile.</summary>
    public Span<float> this[int tile]
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed, this);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)tile, (uint)Count);
            return MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<float>(), first + (nint)(tile * TileBytes)), Elements);
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Marshal.FreeHGlobal(handle);
        return true;
    }
}
