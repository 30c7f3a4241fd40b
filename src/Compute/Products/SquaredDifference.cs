using System.Numerics;
using System.Runtime.CompilerServices;

namespace Infoscope.Compute;

/// <summary>(x - y)^2: sums to a squared distance, without the cancellation of |x|^2 + |y|^2 - 2xy.</summary>
internal readonly struct SquaredDifference : ITerm
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TLanes, T>(ref TLanes sums, TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumberBase<T>
    {
        var difference = TLanes.Subtract(x, y);
        TLanes.MultiplyAdd(ref sums, difference, difference);
    }

    public void Finish(Span<double> sums)
    {
        // A sum is the result.
    }
}
