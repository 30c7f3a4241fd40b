namespace Infoscope.Compute;

/// <summary>Eigenvalues of a symmetric tridiagonal matrix alone, by QL steps on the squares of its couplings.</summary>
/// <remarks>The variant of Pal, Walker and Kahan: Parlett, The Symmetric Eigenvalue Problem, section 8.15. A step takes no square root but that of its shift.</remarks>
internal static class RootFreeQl
{
    // Two steps per eigenvalue are usual. The bound is on all together: where many eigenvalues are rounding alone, one waits long and then many are there at once.
    private const int MostStepsPerValue = 30;

    private const double Epsilon = 1.0 / (1L << 52);

    // Well below the rounding errors, 2^-52, of a matrix whose largest magnitude is near 1. Among eigenvalues that are rounding alone, as a smooth kernel has by the
    // hundred, no coupling becomes small beside its neighbours.
    private static readonly double Negligible = Math.ScaleB(1, -60);

    /// <summary>Replaces the diagonal by the eigenvalues, in no order. Cost: O(n^2).</summary>
    /// <param name="diagonal">The diagonal of a matrix T whose largest magnitude is near 1.</param>
    /// <param name="offDiagonal">Element i stands left of diagonal element i; the first is not read. Overwritten.</param>
    /// <exception cref="NumericalFailureException">An eigenvalue did not converge.</exception>
    public static void Diagonalize(Span<double> diagonal, Span<double> offDiagonal)
    {
        var squares = offDiagonal;
        foreach (ref var coupling in squares) coupling *= coupling;
        var most = MostStepsPerValue * (long)diagonal.Length;
        for (var (first, all) = (0, 0L); first < diagonal.Length; first++)
        {
            for (var steps = 0; ; steps++, all++)
            {
                var last = EndOfBlock(diagonal, squares, first);
                if (last == first) break;
                if (all == most)
                    throw new NumericalFailureException($"eigenvalue {first} of {diagonal.Length} did not converge in {most} QL steps; add a ridge to the diagonal or use another precision.");
                if (steps == 0 && Math.Abs(diagonal[last]) < Math.Abs(diagonal[first]))
                {
                    // Turning a block around changes no eigenvalue: QL steps converge where the small end comes first.
                    diagonal[first..(last + 1)].Reverse();
                    squares[(first + 1)..(last + 1)].Reverse();
                }

                Step(diagonal[first..(last + 1)], squares[first..(last + 1)]);
            }
        }
    }

    /// <summary>Gives the last index before a negligible coupling, which is set to 0.</summary>
    private static int EndOfBlock(ReadOnlySpan<double> diagonal, Span<double> squares, int first)
    {
        for (var last = first; last + 1 < diagonal.Length; last++)
        {
            var negligible = Math.Max(Negligible, Epsilon * (Math.Abs(diagonal[last]) + Math.Abs(diagonal[last + 1])));
            if (squares[last + 1] > negligible * negligible) continue;
            squares[last + 1] = 0;
            return last;
        }

        return diagonal.Length - 1;
    }

    /// <summary>One QL step on a block none of whose couplings is negligible.</summary>
    private static void Step(Span<double> diagonal, Span<double> squares)
    {
        squares = squares[..diagonal.Length];
        var bottom = diagonal.Length - 1;
        var coupling = Math.Sqrt(squares[1]);
        var difference = (diagonal[1] - diagonal[0]) / (2 * coupling);
        var shift = diagonal[0] - (coupling / (difference + Math.CopySign(double.Hypot(difference, 1), difference)));

        var (cosine, sine) = (1.0, 0.0);
        var gamma = diagonal[bottom] - shift;
        var p = gamma * gamma;
        for (var i = bottom - 1; i >= 0; i--)
        {
            var square = squares[i + 1];
            var r = p + square;
            if (i + 1 < bottom) squares[i + 2] = sine * r;
            var before = cosine;
            cosine = p / r;
            sine = square / r;
            var last = gamma;
            var alpha = diagonal[i];
            gamma = (cosine * (alpha - shift)) - (sine * last);
            diagonal[i + 1] = last + (alpha - gamma);
            p = cosine != 0 ? gamma * gamma / cosine : before * square;
        }

        squares[1] = sine * p;
        diagonal[0] = shift + gamma;
    }
}
