using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Measuring;

/// <summary>Two double numbers at once, on any processor.</summary>
internal readonly struct Double128 : ILanes<Vector128<double>>
{
    /// <inheritdoc/>
    public static int Count => Vector128<double>.Count;

    /// <inheritdoc/>
    public static Vector128<double> Create(double value) => Vector128.Create((double)value);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> MultiplyAdd(Vector128<double> a, Vector128<double> b, Vector128<double> c) => Vector128.FusedMultiplyAdd(a, b, c);

    /// <inheritdoc/>
    public static double First(Vector128<double> vector) => vector.ToScalar();
}
