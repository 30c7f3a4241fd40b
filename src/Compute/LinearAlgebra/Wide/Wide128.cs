using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>Eight numbers in four vectors.</summary>
internal readonly struct Wide128(Vector128<double> first, Vector128<double> second, Vector128<double> third, Vector128<double> fourth) : IWide<Wide128>
{
    private readonly Vector128<double> first = first;
    private readonly Vector128<double> second = second;
    private readonly Vector128<double> third = third;
    private readonly Vector128<double> fourth = fourth;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Create(double number)
    {
        var two = Vector128.Create(number);
        return new(two, two, two, two);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 Load(ref readonly double first, nint offset) => new(
        Vector128.LoadUnsafe(in first, (nuint)offset),
        Vector128.LoadUnsafe(in first, (nuint)(offset + 2)),
        Vector128.LoadUnsafe(in first, (nuint)(offset + 4)),
        Vector128.LoadUnsafe(in first, (nuint)(offset + 6)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide128 MultiplyAdd(Wide128 x, Wide128 y, Wide128 sum) => new(
        Vector128.FusedMultiplyAdd(x.first, y.first, sum.first),
        Vector128.FusedMultiplyAdd(x.second, y.second, sum.second),
        Vector128.FusedMultiplyAdd(x.third, y.third, sum.third),
        Vector128.FusedMultiplyAdd(x.fourth, y.fourth, sum.fourth));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double first, nint offset)
    {
        this.first.StoreUnsafe(ref first, (nuint)offset);
        second.StoreUnsafe(ref first, (nuint)(offset + 2));
        third.StoreUnsafe(ref first, (nuint)(offset + 4));
        fourth.StoreUnsafe(ref first, (nuint)(offset + 6));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Sum()
    {
        var two = (first + third) + (second + fourth);
        return two[0] + two[1];
    }
}
