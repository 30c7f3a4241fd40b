using System.Numerics;
using System.Runtime.CompilerServices;

namespace Infoscope.Compute;

/// <summary>(x - y)^2, whose sum becomes exp(-sum / (2 bandwidth^2)).</summary>
/// <remarks>For bandwidths whose squares are far from the ends of the range: a sum that overflows belongs to a kernel that is 0, and squares that vanish to one that is 1.</remarks>
internal readonly struct GaussianTerm : ITerm
{
    private readonly double factor;

    public GaussianTerm(double bandwidth) => factor = -0.5 / (bandwidth * bandwidth);

    /// <summary>Says whether the remark holds for a bandwidth.</summary>
    public static bool Suits(double bandwidth) => bandwidth is > 1e-120 and < 1e120;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TLanes, T>(ref TLanes sums, TLanes x, TLanes y)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumberBase<T> => default(SquaredDifference).Add<TLanes, T>(ref sums, x, y);

    public void Finish(Span<double> sums) => Exponentials.OfMultiples(sums, factor);
}
