using System.Numerics;
using System.Runtime.CompilerServices;

namespace Infoscope.Compute;

/// <summary>(x - y)^2: sums to a squared distance, without the cancellation of |x|^2 + |y|^2 - 2xy.</summary>
internal readonly struct SquaredDifference : ITerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Add<TLanes, T>(TLanes sums, TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumberBase<T>
    {
        var difference = TLanes.Subtract(x, y);
        return TLanes.FusedMultiplyAdd(difference, difference, sums);
    }
}
