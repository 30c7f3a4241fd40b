using System.Numerics;
using System.Runtime.CompilerServices;

namespace Infoscope.Compute;

/// <summary>x y: sums to a product of matrices.</summary>
internal readonly struct FusedProduct : ITerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TLanes, T>(ref TLanes sums, TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumberBase<T> => TLanes.MultiplyAdd(ref sums, x, y);

    public void Finish(Span<double> sums)
    {
        // A sum is the result.
    }
}
