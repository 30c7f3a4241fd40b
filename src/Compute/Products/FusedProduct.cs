using System.Numerics;
using System.Runtime.CompilerServices;

namespace Infoscope.Compute;

/// <summary>x y: sums to a product of matrices.</summary>
internal readonly struct FusedProduct : ITerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Add<TLanes, T>(TLanes sums, TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumberBase<T> => TLanes.FusedMultiplyAdd(x, y, sums);
}
