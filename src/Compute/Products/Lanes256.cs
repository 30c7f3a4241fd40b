using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>A register of 256 bits: 8 singles or 4 doubles.</summary>
internal struct Lanes256<T>(Vector256<T> value) : ILanes<Lanes256<T>, T>
    where T : unmanaged, INumberBase<T>
{
    private Vector256<T> value = value;

    public static int Count => Vector256<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Load(ref readonly T first) => new(Vector256.LoadUnsafe(in first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Broadcast(T number) => new(Vector256.Create(number));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MultiplyAdd(ref Lanes256<T> sum, Lanes256<T> x, Lanes256<T> y)
    {
        if (typeof(T) == typeof(float)) sum.value = Vector256.FusedMultiplyAdd(x.value.AsSingle(), y.value.AsSingle(), sum.value.AsSingle()).As<float, T>();
        else sum.value = Vector256.FusedMultiplyAdd(x.value.AsDouble(), y.value.AsDouble(), sum.value.AsDouble()).As<double, T>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Subtract(Lanes256<T> x, Lanes256<T> y) => new(x.value - y.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Multiply(Lanes256<T> x, Lanes256<T> y) => new(x.value * y.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Begin(ref readonly double sums) =>
        typeof(T) == typeof(float) ? default : new(Vector256.LoadUnsafe(in sums).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void End(Lanes256<T> stretch, ref double sums)
    {
        if (typeof(T) == typeof(double))
        {
            stretch.value.AsDouble().StoreUnsafe(ref sums);
            return;
        }

        var (low, high) = Vector256.Widen(stretch.value.AsSingle());
        (Vector256.LoadUnsafe(in sums) + low).StoreUnsafe(ref sums);
        ref var highSums = ref Unsafe.Add(ref sums, Vector256<double>.Count);
        (Vector256.LoadUnsafe(in highSums) + high).StoreUnsafe(ref highSums);
    }
}
