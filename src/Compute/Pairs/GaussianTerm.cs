using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>((x - y) / bandwidth)^2: sums to the exponent of a Gaussian kernel.</summary>
/// <remarks>Scaled before squaring, so that neither large nor small distances leave the range of a double.</remarks>
internal readonly struct GaussianTerm : IPairTerm
{
    private readonly Vector256<double> inverse;

    // The inverse of a subnormal bandwidth can overflow; infinity times the distance 0 would be NaN.
    public GaussianTerm(double bandwidth) => inverse = Vector256.Create(Math.Min(1 / bandwidth, double.MaxValue));

    public Vector256<double> Add(Vector256<double> sums, Vector256<double> x, Vector256<double> y)
    {
        var difference = (x - y) * inverse;
        return sums + (difference * difference);
    }

    public double Finish(double sum) => Math.Exp(-0.5 * sum);
}
