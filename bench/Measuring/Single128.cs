using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Measuring;

/// <summary>Four single numbers at once, on any processor.</summary>
internal readonly struct Single128 : ILanes<Vector128<float>>
{
    /// <inheritdoc/>
    public static int Count => Vector128<float>.Count;

    /// <inheritdoc/>
    public static Vector128<float> Create(double value) => Vector128.Create((float)value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> MultiplyAdd(Vector128<float> a, Vector128<float> b, Vector128<float> c) => Vector128.FusedMultiplyAdd(a, b, c);

    /// <inheritdoc/>
    public static double First(Vector128<float> vector) => vector.ToScalar();
}
