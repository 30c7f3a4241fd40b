using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>A register of 128 bits: 4 singles or 2 doubles.</summary>
internal struct Lanes128<T>(Vector128<T> value) : ILanes<Lanes128<T>, T>
    where T : unmanaged, INumberBase<T>
{
    private Vector128<T> value = value;

    public static int Count => Vector128<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Load(ref readonly T first) => new(Vector128.LoadUnsafe(in first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Broadcast(T number) => new(Vector128.Create(number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MultiplyAdd(ref Lanes128<T> sum, Lanes128<T> x, Lanes128<T> y)
    {
        if (typeof(T) == typeof(float)) sum.value = Vector128.FusedMultiplyAdd(x.value.AsSingle(), y.value.AsSingle(), sum.value.AsSingle()).As<float, T>();
        else sum.value = Vector128.FusedMultiplyAdd(x.value.AsDouble(), y.value.AsDouble(), sum.value.AsDouble()).As<double, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Subtract(Lanes128<T> x, Lanes128<T> y) => new(x.value - y.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Multiply(Lanes128<T> x, Lanes128<T> y) => new(x.value * y.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Begin(ref readonly double sums) =>
        typeof(T) == typeof(float) ? default : new(Vector128.LoadUnsafe(in sums).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void End(Lanes128<T> stretch, ref double sums)
    {
        if (typeof(T) == typeof(double))
        {
            stretch.value.AsDouble().StoreUnsafe(ref sums);
            return;
        }

        var (low, high) = Vector128.Widen(stretch.value.AsSingle());
        (Vector128.LoadUnsafe(in sums) + low).StoreUnsafe(ref sums);
        ref var highSums = ref Unsafe.Add(ref sums, Vector128<double>.Count);
        (Vector128.LoadUnsafe(in highSums) + high).StoreUnsafe(ref highSums);
    }
}
