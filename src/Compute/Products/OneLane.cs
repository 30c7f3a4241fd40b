using System.Numerics;
using System.Runtime.CompilerServices;

namespace Infoscope.Compute;

/// <summary>One number, where the processor has no vectors.</summary>
internal struct OneLane<T>(T value) : ILanes<OneLane<T>, T>
    where T : unmanaged, INumberBase<T>
{
    private T value = value;

    public static int Count => 1;

    public static OneLane<T> Load(ref readonly T first) => new(first);

    public static OneLane<T> Broadcast(T number) => new(number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void MultiplyAdd(ref OneLane<T> sum, OneLane<T> x, OneLane<T> y)
    {
        // Boxes nothing: the types are known when this is compiled.
        if (typeof(T) == typeof(float)) sum.value = (T)(object)MathF.FusedMultiplyAdd((float)(object)x.value, (float)(object)y.value, (float)(object)sum.value);
        else sum.value = (T)(object)Math.FusedMultiplyAdd((double)(object)x.value, (double)(object)y.value, (double)(object)sum.value);
    }

    public static OneLane<T> Subtract(OneLane<T> x, OneLane<T> y) => new(x.value - y.value);

    public static OneLane<T> Multiply(OneLane<T> x, OneLane<T> y) => new(x.value * y.value);

    public static OneLane<T> Begin(ref readonly double sums) => typeof(T) == typeof(float) ? default : new(T.CreateTruncating(sums));

    public static void End(OneLane<T> stretch, ref double sums)
    {
        if (typeof(T) == typeof(float)) sums += double.CreateTruncating(stretch.value);
        else sums = double.CreateTruncating(stretch.value);
    }
}
