using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>x y: sums to a product of matrices.</summary>
internal readonly struct ProductTerm : IPairTerm
{
    // Not fused: the result has the same bits on every processor. For numbers stored in single the product is exact, so fusing would change nothing.
    public Vector256<double> Add(Vector256<double> sums, Vector256<double> x, Vector256<double> y) => sums + (x * y);

    public double Finish(double sum) => sum;
}
