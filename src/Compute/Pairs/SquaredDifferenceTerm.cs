using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>(x - y)^2: sums to a squared distance, without the cancellation of |x|^2 + |y|^2 - 2xy.</summary>
internal readonly struct SquaredDifferenceTerm : IPairTerm
{
    public Vector256<double> Add(Vector256<double> sums, Vector256<double> x, Vector256<double> y)
    {
        var difference = x - y;
        return sums + (difference * difference);
    }

    public double Finish(double sum) => sum;
}
