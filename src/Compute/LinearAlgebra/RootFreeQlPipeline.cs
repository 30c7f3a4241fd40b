using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>Four root-free QL steps at once: each follows two rows behind the one before, in a lane of its own.</summary>
/// <remarks>
/// A step alone waits for one division after another. Lane k takes what lane k - 1 gave out one tick before; the first reads from memory and the last writes to it.
/// Every lane has the bits that its step would have alone.
/// </remarks>
internal ref struct RootFreeQlPipeline
{
    /// <summary>The number of steps.</summary>
    public const int Depth = 4;

    // A sum p of squares below this is 0 beside squares of couplings that are not negligible; squares below their bound are 0.
    private static readonly Vector256<double> Smallest = Vector256.Create(Math.ScaleB(1, -900));
    private static readonly Vector256<double> SmallestSquare = Vector256.Create(Math.ScaleB(1, -400));

    private readonly Vector256<double> shifts;
    private Vector256<double> cosine;
    private Vector256<double> sine;
    private Vector256<double> gamma;
    private Vector256<double> p;
    private Vector256<double> values;
    private Vector256<double> squares;

    private RootFreeQlPipeline(Vector256<double> shifts)
    {
        this.shifts = shifts;
        Reset(Vector256<double>.AllBitsSet);
    }

    /// <summary>Takes QL steps with the given shifts, one after another, on a block of at least 8 rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Step(Span<double> diagonal, Span<double> squaredCouplings, ReadOnlySpan<double> shifts)
    {
        var pipeline = new RootFreeQlPipeline(Vector256.Create(shifts));
        var bottom = diagonal.Length - 1;
        squaredCouplings = squaredCouplings[..diagonal.Length];
        var last = 2 * (Depth - 1);
        for (var tick = 0; tick <= last; tick++)
        {
            pipeline.Tick(diagonal[bottom - tick], tick == 0 ? 0 : squaredCouplings[bottom - tick + 1]);
            pipeline.Reset(Vector256.LessThan(Vector256.Create((double)tick), Vector256.Create(0.0, 2, 4, 6)));
        }

        pipeline.Tick(diagonal[bottom - last - 1], squaredCouplings[bottom - last]);
        diagonal[bottom] = pipeline.values[Depth - 1];
        for (var row = bottom - last - 2; row >= 0; row--)
        {
            pipeline.Tick(diagonal[row], squaredCouplings[row + 1]);
            diagonal[row + last + 1] = pipeline.values[Depth - 1];
            squaredCouplings[row + last + 2] = pipeline.squares[Depth - 1];
        }

        for (var row = -1; row >= -1 - last; row--)
        {
            // A lane ends where its row would be -1.
            pipeline.Finish(Vector256.Equals(Vector256.Create((double)row) + Vector256.Create(0.0, 2, 4, 6), Vector256.Create(-1.0)));
            diagonal[row + last + 1] = pipeline.values[Depth - 1];
            squaredCouplings[row + last + 2] = pipeline.squares[Depth - 1];
        }
    }

    private void Tick(double value, double square) =>
        Advance(Follow(values, value), Follow(squares, square));

    private void Finish(Vector256<double> ending)
    {
        var ends = shifts + gamma;
        Advance(Follow(values, 0), Vector256.AndNot(Follow(squares, 0), ending));
        values = Vector256.ConditionalSelect(ending, ends, values);
    }

    /// <summary>Moves each number to the next lane, and a new one into the first.</summary>
    private static Vector256<double> Follow(Vector256<double> numbers, double first) => Vector256.ConditionalSelect(
        Vector256.Create(-1L, 0, 0, 0).AsDouble(),
        Vector256.Create(first),
        Vector256.Shuffle(numbers, Vector256.Create(0L, 0, 1, 2)));

    private void Advance(Vector256<double> alpha, Vector256<double> square)
    {
        square = Vector256.ConditionalSelect(Vector256.LessThan(square, SmallestSquare), Vector256<double>.Zero, square);
        var r = p + square;
        squares = sine * r;
        var before = cosine;
        cosine = p / r;
        sine = square / r;
        var inverse = r / p;
        var last = gamma;
        gamma = (cosine * (alpha - shifts)) - (sine * last);
        values = last + (alpha - gamma);

        // p is gamma^2 / cosine. Where it was 0, and the coupling is not, the limit is the cosine before times the square of the coupling.
        var vanished = Vector256.Equals(p, Smallest) & Vector256.GreaterThan(square, Vector256<double>.Zero);
        p = Vector256.MaxNative(Smallest, Vector256.ConditionalSelect(vanished, before * square, gamma * gamma * inverse));
    }

    private void Reset(Vector256<double> lanes)
    {
        cosine = Vector256.ConditionalSelect(lanes, Vector256<double>.One, cosine);
        sine = Vector256.ConditionalSelect(lanes, Vector256<double>.Zero, sine);
        gamma = Vector256.ConditionalSelect(lanes, Vector256<double>.Zero, gamma);
        p = Vector256.ConditionalSelect(lanes, Vector256<double>.One, p);
    }
}
