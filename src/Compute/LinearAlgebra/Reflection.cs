using System.Runtime.CompilerServices;

namespace Infoscope.Compute;

/// <summary>Householder reflections H = I - tau v v'.</summary>
internal static class Reflection
{
    // Squares below this are nothing beside a largest element near 1, and their sum would lose bits to underflow.
    private static readonly double Negligible = Math.ScaleB(1, -900);

    /// <summary>Replaces x by the vector v, last element 1, of the reflection that takes x to beta times the last unit vector.</summary>
    /// <param name="x">The vector; it stays as it is where tau is 0.</param>
    /// <param name="tau">The factor; 0 if there is nothing to reflect.</param>
    /// <returns>beta.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Make(Span<double> x, out double tau)
    {
        var last = x[^1];
        var others = Vectors.Dot(x[..^1], x);
        tau = 0;
        if (others < Negligible) return last;

        // The sign that makes last - beta a sum of two numbers of one sign.
        var beta = -Math.CopySign(Math.Sqrt((last * last) + others), last);
        tau = (beta - last) / beta;
        Vectors.Divide(x, last - beta);
        x[^1] = 1;
        return beta;
    }
}
