namespace Infoscope.Plugins.Spectrum.Distances.Geometry;

/// <summary>Singular values of an upper bidiagonal matrix by implicit QR sweeps.</summary>
/// <remarks>
/// Sweeps are shifted by the smaller singular value of the last two rows, and not shifted where a singular value is 0: Golub and Van Loan, Matrix Computations, section 8.6.2; J. Demmel, W. Kahan, "Accurate singular values of
/// bidiagonal matrices", SIAM J. Sci. Stat. Comput. 11 (1990). Each value has an error of the order of n eps times the largest.
/// </remarks>
internal static class BidiagonalQr
{
    // Two sweeps per value are usual.
    private const int MaximumSweeps = 100;

    // Eight units beside the largest element: setting such an element to 0 moves no singular value by more, and sweeps bring one of two nearly equal values no further down.
    private static readonly double Negligible = Math.ScaleB(1, -49);

    /// <summary>Replaces the diagonal by the singular values with any sign, in no order. Cost: O(n^2).</summary>
    /// <param name="diagonal">The diagonal of a matrix whose largest magnitude is near 1.</param>
    /// <param name="beside">Element i stands right of diagonal element i. Overwritten.</param>
    /// <exception cref="NumericalFailureException">A value did not converge.</exception>
    public static void Diagonalize(Span<double> diagonal, Span<double> beside)
    {
        var negligible = Negligible * Math.Max(Vectors.LargestMagnitude(diagonal), Vectors.LargestMagnitude(beside));
        for (var last = diagonal.Length - 1; last > 0; last--)
        {
            for (var sweeps = 0; ; sweeps++)
            {
                var first = StartOfBlock(beside, last, negligible);
                if (first == last) break;
                if (sweeps == MaximumSweeps) throw new NumericalFailureException($"singular value {last} of {diagonal.Length} did not converge in {MaximumSweeps} QR sweeps; leave out bures-wasserstein and gaussian-wasserstein.");
                Sweep(diagonal[first..(last + 1)], beside[first..last], negligible);
            }
        }
    }

    /// <summary>Gives the first index after the last negligible element above the diagonal.</summary>
    private static int StartOfBlock(ReadOnlySpan<double> beside, int last, double negligible)
    {
        var first = last;
        while (first > 0 && Math.Abs(beside[first - 1]) > negligible) first--;
        return first;
    }

    private static void Sweep(Span<double> diagonal, Span<double> beside, double negligible)
    {
        var isSingular = false;
        foreach (ref var element in diagonal)
        {
            if (Math.Abs(element) > negligible) continue;
            (element, isSingular) = (0, true);
        }

        // A sweep without a shift takes the singular value 0 to the end in one go.
        if (isSingular) Unshifted(diagonal, beside);
        else Shifted(diagonal, beside, SmallerSingularValue(diagonal[^2], beside[^1], diagonal[^1]));
    }

    private static void Shifted(Span<double> diagonal, Span<double> beside, double shift)
    {
        // (d^2 - shift^2, d e), over d: the first column of B'B - shift^2.
        var f = (diagonal[0] - shift) * (1 + (shift / diagonal[0]));
        var g = beside[0];
        for (var i = 0; i < beside.Length; i++)
        {
            var (cosine, sine, length) = Rotation(f, g);
            if (i > 0) beside[i - 1] = length;
            f = (cosine * diagonal[i]) + (sine * beside[i]);
            beside[i] = (cosine * beside[i]) - (sine * diagonal[i]);
            g = sine * diagonal[i + 1];
            diagonal[i + 1] *= cosine;

            (cosine, sine, diagonal[i]) = Rotation(f, g);
            f = (cosine * beside[i]) + (sine * diagonal[i + 1]);
            diagonal[i + 1] = (cosine * diagonal[i + 1]) - (sine * beside[i]);
            if (i + 1 == beside.Length) break;
            g = sine * beside[i + 1];
            beside[i + 1] *= cosine;
        }

        beside[^1] = f;
    }

    private static void Unshifted(Span<double> diagonal, Span<double> beside)
    {
        var (cosine, lastCosine, lastSine) = (1.0, 1.0, 0.0);
        for (var i = 0; i < beside.Length; i++)
        {
            (cosine, var sine, var length) = Rotation(diagonal[i] * cosine, beside[i]);
            if (i > 0) beside[i - 1] = lastSine * length;
            (lastCosine, lastSine, diagonal[i]) = Rotation(lastCosine * length, diagonal[i + 1] * sine);
        }

        var rest = diagonal[^1] * cosine;
        beside[^1] = rest * lastSine;
        diagonal[^1] = rest * lastCosine;
    }

    /// <summary>Gives the rotation that takes (f, g) to (length, 0).</summary>
    private static (double Cosine, double Sine, double Length) Rotation(double f, double g)
    {
        var length = Math.Sqrt((f * f) + (g * g));
        return length == 0 ? (1, 0, 0) : (f / length, g / length, length);
    }

    // The product of both is |a c|, the sum of their squares that of all elements.
    private static double SmallerSingularValue(double a, double b, double c)
    {
        var (sum, product) = ((a * a) + (b * b) + (c * c), Math.Abs(a * c));
        var larger = Math.Sqrt((sum + Math.Sqrt(Math.Max(0, (sum - (2 * product)) * (sum + (2 * product))))) / 2);
        return larger == 0 ? 0 : product / larger;
    }
}
