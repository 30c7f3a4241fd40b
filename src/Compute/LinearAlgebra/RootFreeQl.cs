using System.Runtime.CompilerServices;

namespace Infoscope.Compute;

/// <summary>Eigenvalues of a symmetric tridiagonal matrix alone, by QL steps on the squares of its couplings.</summary>
/// <remarks>The variant of Pal, Walker and Kahan: Parlett, The Symmetric Eigenvalue Problem, section 8.15. A step takes no square root but that of its shift.</remarks>
internal static class RootFreeQl
{
    // Two steps per eigenvalue are usual. The bound is on all together: where many eigenvalues are rounding alone, one waits long and then many are there at once.
    private const int MostStepsPerValue = 40;

    // Shorter blocks take one step at a time: the pipeline would hardly fill.
    private const int ShortestPipelined = 20;

    private const double Epsilon = 1.0 / (1L << 52);

    // Well below the rounding errors, 2^-52, of a matrix whose largest magnitude is near 1. Among eigenvalues that are rounding alone, as a smooth kernel has by the
    // hundred, no coupling becomes small beside its neighbours.
    private static readonly double Negligible = Math.ScaleB(1, -60);

    /// <summary>Replaces the diagonal by the eigenvalues, in no order. Cost: O(n^2).</summary>
    /// <param name="diagonal">The diagonal of a matrix T whose largest magnitude is near 1.</param>
    /// <param name="offDiagonal">Element i stands left of diagonal element i; the first is not read. Overwritten.</param>
    /// <param name="cancellation">Ends the iteration early.</param>
    /// <exception cref="NumericalFailureException">An eigenvalue did not converge.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Diagonalize(Span<double> diagonal, Span<double> offDiagonal, CancellationToken cancellation)
    {
        foreach (ref var coupling in offDiagonal) coupling *= coupling;
        DiagonalizeSquared(diagonal, offDiagonal, cancellation);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void DiagonalizeSquared(Span<double> diagonal, Span<double> squares, CancellationToken cancellation)
    {
        Span<double> shifts = stackalloc double[RootFreeQlPipeline.Depth];
        var most = MostStepsPerValue * (long)diagonal.Length;
        var all = 0L;
        for (var first = 0; first < diagonal.Length; first++)
        {
            for (var isNew = true; ; isNew = false)
            {
                var last = EndOfBlock(diagonal, squares, first);
                if (last == first) break;
                var values = diagonal[first..(last + 1)];
                var couplings = squares[first..(last + 1)];
                if (values.Length == 2)
                {
                    (values[0], values[1]) = OfTwo(values[0], values[1], Math.Sqrt(couplings[1]));
                    couplings[1] = 0;
                    break;
                }

                if (all >= most)
                    throw new NumericalFailureException($"eigenvalue {first} of {diagonal.Length} did not converge in {most} QL steps; add a ridge to the diagonal or use another precision.");
                if (isNew && Math.Abs(values[^1]) < Math.Abs(values[0]))
                {
                    // Turning a block around changes no eigenvalue: QL steps converge where the small end comes first.
                    values.Reverse();
                    couplings[1..].Reverse();
                }

                if (values.Length < ShortestPipelined)
                {
                    Step(values, couplings);
                    all++;
                    continue;
                }

                cancellation.ThrowIfCancellationRequested();
                LeadingEigenvalues(values, couplings, shifts);
                RootFreeQlPipeline.Step(values, couplings, shifts);
                all += shifts.Length;
            }
        }
    }

    /// <summary>Gives the last index before a negligible coupling, which is set to 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    /// <summary>Gives the eigenvalues of the leading block, which serve as shifts.</summary>
    private static void LeadingEigenvalues(ReadOnlySpan<double> diagonal, ReadOnlySpan<double> squares, Span<double> values)
    {
        Span<double> couplings = stackalloc double[values.Length];
        squares[..values.Length].CopyTo(couplings);
        diagonal[..values.Length].CopyTo(values);
        DiagonalizeSquared(values, couplings, CancellationToken.None);
    }

    private static (double First, double Second) OfTwo(double a, double b, double coupling)
    {
        var difference = (b - a) / (2 * coupling);
        var correction = coupling / (difference + Math.CopySign(Math.Sqrt((difference * difference) + 1), difference));
        return (a - correction, b + correction);
    }

    /// <summary>One QL step on a block none of whose couplings is negligible.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step(Span<double> diagonal, Span<double> squares)
    {
        squares = squares[..diagonal.Length];
        var bottom = diagonal.Length - 1;
        var shift = OfTwo(diagonal[0], diagonal[1], Math.Sqrt(squares[1])).First;
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
