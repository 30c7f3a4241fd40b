namespace Infoscope.Compute;

/// <summary>Eigenvalues of a symmetric tridiagonal matrix by QL steps with implicit Wilkinson shifts, which may rotate vectors along.</summary>
internal static class ImplicitQl
{
    // Two steps per eigenvalue are usual. The bound is on all together: where many eigenvalues are rounding alone, one waits long and then many are there at once.
    private const int MostStepsPerValue = 30;

    private const double Epsilon = 1.0 / (1L << 52);

    // Well below the rounding errors, 2^-52, of a matrix whose largest magnitude is near 1. Among eigenvalues that are rounding alone, as a smooth kernel has by the
    // hundred, no coupling becomes small beside its neighbours.
    private static readonly double Negligible = Math.ScaleB(1, -60);

    /// <summary>Replaces the diagonal by the eigenvalues, in no order. Cost: O(n^2), with rotations O(n^3).</summary>
    /// <param name="diagonal">The diagonal of a matrix T whose largest magnitude is near 1.</param>
    /// <param name="offDiagonal">Element i stands left of diagonal element i; the first is not read. Overwritten.</param>
    /// <param name="rotations">Takes the rotations, which make Q W of Q, with W the eigenvectors of T in the order of the values; null to do without.</param>
    /// <exception cref="NumericalFailureException">An eigenvalue did not converge.</exception>
    public static void Diagonalize(Span<double> diagonal, Span<double> offDiagonal, Rotations? rotations)
    {
        var most = MostStepsPerValue * (long)diagonal.Length;
        for (var (first, all) = (0, 0L); first < diagonal.Length; first++)
        {
            for (var steps = 0; ; steps++, all++)
            {
                var last = EndOfBlock(diagonal, offDiagonal, first);
                if (last == first) break;
                if (all == most)
                    throw new NumericalFailureException($"eigenvalue {first} of {diagonal.Length} did not converge in {most} QL steps; add a ridge to the diagonal or use another precision.");
                var block = first..(last + 1);
                if (steps == 0 && Math.Abs(diagonal[last]) < Math.Abs(diagonal[first]))
                {
                    // Turning a block around changes no eigenvalue: QL steps converge where the small end comes first.
                    diagonal[block].Reverse();
                    offDiagonal[(first + 1)..(last + 1)].Reverse();
                    rotations?.Reverse(first, last + 1 - first);
                }

                Step(diagonal[block], offDiagonal[block], rotations, first);
            }
        }

        rotations?.Apply();
    }

    /// <summary>Gives the last index before a negligible coupling, which is set to 0.</summary>
    private static int EndOfBlock(ReadOnlySpan<double> diagonal, Span<double> offDiagonal, int first)
    {
        for (var last = first; last + 1 < diagonal.Length; last++)
        {
            var negligible = Math.Max(Negligible, Epsilon * (Math.Abs(diagonal[last]) + Math.Abs(diagonal[last + 1])));
            if (Math.Abs(offDiagonal[last + 1]) > negligible) continue;
            offDiagonal[last + 1] = 0;
            return last;
        }

        return diagonal.Length - 1;
    }

    /// <summary>One QL step on a block none of whose couplings is negligible: rotations chase the bulge from the bottom to the top.</summary>
    private static void Step(Span<double> diagonal, Span<double> offDiagonal, Rotations? rotations, int first)
    {
        var bottom = diagonal.Length - 1;
        var difference = (diagonal[1] - diagonal[0]) / (2 * offDiagonal[1]);
        var shift = diagonal[0] - (offDiagonal[1] / (difference + Math.CopySign(double.Hypot(difference, 1), difference)));

        var (sine, cosine) = (1.0, 1.0);
        var bulge = diagonal[bottom] - shift;
        double correction = 0;
        for (var i = bottom - 1; i >= 0; i--)
        {
            var f = sine * offDiagonal[i + 1];
            var b = cosine * offDiagonal[i + 1];
            var r = Length(f, bulge);
            if (i + 1 < bottom) offDiagonal[i + 2] = r;
            if (r == 0)
            {
                // The matrix splits here: undo the pending correction and start again on the parts.
                diagonal[i + 1] -= correction;
                return;
            }

            (sine, cosine) = (f / r, bulge / r);
            bulge = diagonal[i + 1] - correction;
            r = ((diagonal[i] - bulge) * sine) + (2 * cosine * b);
            correction = sine * r;
            diagonal[i + 1] = bulge + correction;
            bulge = (cosine * r) - b;
            rotations?.Add(first + i, cosine, sine);
        }

        diagonal[0] -= correction;
        offDiagonal[1] = bulge;
    }

    private static double Length(double x, double y)
    {
        // Far above where squares lose bits; what is compared is near 1 at most.
        const double safe = 1e-280;
        var squares = (x * x) + (y * y);
        return squares > safe ? Math.Sqrt(squares) : double.Hypot(x, y);
    }
}
