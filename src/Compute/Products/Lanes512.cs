using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>A register of 512 bits: 16 singles or 8 doubles.</summary>
internal struct Lanes512<T>(Vector512<T> value) : ILanes<Lanes512<T>, T>
    where T : unmanaged, INumberBase<T>
{
    private Vector512<T> value = value;

    public static int Count => Vector512<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Load(ref readonly T first) => new(Vector512.LoadUnsafe(in first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Broadcast(T number) => new(Vector512.Create(number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MultiplyAdd(ref Lanes512<T> sum, Lanes512<T> x, Lanes512<T> y)
    {
        if (typeof(T) == typeof(float)) sum.value = Vector512.FusedMultiplyAdd(x.value.AsSingle(), y.value.AsSingle(), sum.value.AsSingle()).As<float, T>();
        else sum.value = Vector512.FusedMultiplyAdd(x.value.AsDouble(), y.value.AsDouble(), sum.value.AsDouble()).As<double, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Subtract(Lanes512<T> x, Lanes512<T> y) => new(x.value - y.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Multiply(Lanes512<T> x, Lanes512<T> y) => new(x.value * y.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Begin(ref readonly double sums) =>
        typeof(T) == typeof(float) ? default : new(Vector512.LoadUnsafe(in sums).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void End(Lanes512<T> stretch, ref double sums)
    {
        if (typeof(T) == typeof(double))
        {
            stretch.value.AsDouble().StoreUnsafe(ref sums);
            return;
        }

        var (low, high) = Vector512.Widen(stretch.value.AsSingle());
        (Vector512.LoadUnsafe(in sums) + low).StoreUnsafe(ref sums);
        ref var highSums = ref Unsafe.Add(ref sums, Vector512<double>.Count);
        (Vector512.LoadUnsafe(in highSums) + high).StoreUnsafe(ref highSums);
    }
}
