using System.Numerics;
using System.Runtime.CompilerServices;

namespace Infoscope.Compute;

/// <summary>((x - y) / bandwidth)^2, whose sum becomes exp(-sum / 2).</summary>
/// <remarks>Scaled before squaring, so that neither large nor small distances leave the range of a double.</remarks>
internal readonly struct ScaledGaussianTerm : ITerm
{
    private readonly double inverse;

    // The inverse of a subnormal bandwidth can overflow; infinity times the distance 0 would be NaN.
    public ScaledGaussianTerm(double bandwidth) => inverse = Math.Min(1 / bandwidth, double.MaxValue);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TLanes, T>(ref TLanes sums, TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumberBase<T>
    {
        var difference = TLanes.Multiply(TLanes.Subtract(x, y), TLanes.Broadcast(T.CreateTruncating(inverse)));
        TLanes.MultiplyAdd(ref sums, difference, difference);
    }

    public void Finish(Span<double> sums) => Exponentials.OfMultiples(sums, -0.5);
}
