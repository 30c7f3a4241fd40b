using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>Eight numbers in one vector.</summary>
internal readonly struct Wide512(Vector512<double> numbers) : IWide<Wide512>
{
    private readonly Vector512<double> numbers = numbers;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Create(double number) => new(Vector512.Create(number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 Load(ref readonly double first, nint offset) => new(Vector512.LoadUnsafe(in first, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide512 MultiplyAdd(Wide512 x, Wide512 y, Wide512 sum) => new(Vector512.FusedMultiplyAdd(x.numbers, y.numbers, sum.numbers));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref double first, nint offset) => numbers.StoreUnsafe(ref first, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Sum()
    {
        var four = numbers.GetLower() + numbers.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }
}
