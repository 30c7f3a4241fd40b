using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>Eight numbers in two vectors.</summary>
internal readonly struct Wide256(Vector256<double> low, Vector256<double> high) : IWide<Wide256>
{
    private readonly Vector256<double> low = low;
    private readonly Vector256<double> high = high;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Create(double number) => new(Vector256.Create(number), Vector256.Create(number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 Load(ref readonly double first, nint offset) =>
        new(Vector256.LoadUnsafe(in first, (nuint)offset), Vector256.LoadUnsafe(in first, (nuint)(offset + 4)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide256 MultiplyAdd(Wide256 x, Wide256 y, Wide256 sum) =>
        new(Vector256.FusedMultiplyAdd(x.low, y.low, sum.low), Vector256.FusedMultiplyAdd(x.high, y.high, sum.high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double first, nint offset)
    {
        low.StoreUnsafe(ref first, (nuint)offset);
        high.StoreUnsafe(ref first, (nuint)(offset + 4));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Sum()
    {
        var four = low + high;
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }
}
