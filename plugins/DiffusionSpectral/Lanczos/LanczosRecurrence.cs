using System.Runtime.Intrinsics;

namespace Infoscope.Plugins.DiffusionSpectral.Lanczos;

/// <summary>The Lanczos recurrence of many probes at once, without reorthogonalization: one product of the kernel with a block per step.</summary>
/// <remarks>
/// Lost orthogonality shows as copies of nodes that share one weight, which changes no quadrature. Each probe's sums are its own, taken row by row, so what comes out
/// for it does not depend on the probes beside it.
/// </remarks>
internal sealed class LanczosRecurrence
{
    // Below this, beside a kernel of norm 1, the next vector is rounding noise; cutting the coupling moves no eigenvalue by more.
    private const double Breakdown = 1e-12;

    private readonly int rows;
    private readonly int probes;
    private readonly double[] squaredLengths;
    private readonly double[] couplings;
    private readonly bool[] ended;
    private readonly List<double>[] diagonals;
    private readonly List<double>[] offDiagonals;
    private double[] current;
    private double[] previous;
    private double[] next;

    private LanczosRecurrence(double[] block, int rows, int probes)
    {
        this.rows = rows;
        this.probes = probes;
        current = block;
        previous = new double[block.Length];
        next = new double[block.Length];
        couplings = new double[probes];
        ended = new bool[probes];
        diagonals = [.. Enumerable.Range(0, probes).Select(_ => new List<double>())];
        offDiagonals = [.. Enumerable.Range(0, probes).Select(_ => new List<double>())];
        squaredLengths = ColumnDots(block, block);
        var factors = new double[probes];
        for (var probe = 0; probe < probes; probe++)
        {
            // A probe that was parallel to the trivial vector has nothing left but rounding.
            ended[probe] = squaredLengths[probe] <= Breakdown * rows;
            factors[probe] = ended[probe] ? 0 : 1 / Math.Sqrt(squaredLengths[probe]);
        }

        Scale(current, factors);
    }

    /// <summary>Gives the quadrature of every probe. Cost: <paramref name="steps"/> products of the kernel with the block, and its memory three times.</summary>
    /// <param name="kernel">A symmetric n x n matrix with eigenvalues in [0, 1].</param>
    /// <param name="block">The probes, (n, count) row-major; overwritten.</param>
    /// <param name="probes">The number of probes.</param>
    /// <param name="steps">The largest number of steps.</param>
    /// <param name="cancellation">Looked at before every product.</param>
    public static ProbeSpectrum[] Run(IBlockProduct kernel, double[] block, int probes, int steps, CancellationToken cancellation)
    {
        var recurrence = new LanczosRecurrence(block, kernel.Order, probes);
        for (var step = 0; step < steps && !Array.TrueForAll(recurrence.ended, ended => ended); step++)
        {
            cancellation.ThrowIfCancellationRequested();
            recurrence.Step(kernel);
        }

        return recurrence.Spectra();
    }

    private static Vector256<double> At(ReadOnlySpan<double> numbers, int first) => Vector256.Create(numbers[first..]);

    private ProbeSpectrum[] Spectra() =>
        [.. Enumerable.Range(0, probes).Select(probe => ProbeSpectrum.Of(squaredLengths[probe], diagonals[probe].ToArray(), offDiagonals[probe].ToArray(), ended[probe]))];

    private void Step(IBlockProduct kernel)
    {
        kernel.Multiply(current, probes, next);
        var along = ColumnDots(current, next);
        SubtractProjections(along);
        var squares = ColumnDots(next, next);
        var factors = new double[probes];
        for (var probe = 0; probe < probes; probe++)
        {
            if (ended[probe]) continue;
            diagonals[probe].Add(along[probe]);
            couplings[probe] = Math.Sqrt(squares[probe]);
            offDiagonals[probe].Add(couplings[probe]);
            ended[probe] = couplings[probe] <= Breakdown;
            factors[probe] = ended[probe] ? 0 : 1 / couplings[probe];
        }

        Scale(next, factors);
        (previous, current, next) = (current, next, previous);
    }

    private void SubtractProjections(double[] along)
    {
        var wide = probes / Vector256<double>.Count * Vector256<double>.Count;
        for (var row = 0; row < rows; row++)
        {
            var x = current.AsSpan(row * probes, probes);
            var before = previous.AsSpan(row * probes, probes);
            var y = next.AsSpan(row * probes, probes);
            for (var probe = 0; probe < wide; probe += Vector256<double>.Count)
            {
                var part = (At(along, probe) * At(x, probe)) + (At(couplings, probe) * At(before, probe));
                (At(y, probe) - part).CopyTo(y[probe..]);
            }

            for (var probe = wide; probe < probes; probe++) y[probe] -= (along[probe] * x[probe]) + (couplings[probe] * before[probe]);
        }
    }

    private double[] ColumnDots(double[] left, double[] right)
    {
        var sums = new double[probes];
        var wide = probes / Vector256<double>.Count * Vector256<double>.Count;
        for (var row = 0; row < rows; row++)
        {
            var x = left.AsSpan(row * probes, probes);
            var y = right.AsSpan(row * probes, probes);
            for (var probe = 0; probe < wide; probe += Vector256<double>.Count) (At(sums, probe) + (At(x, probe) * At(y, probe))).CopyTo(sums, probe);
            for (var probe = wide; probe < probes; probe++) sums[probe] += x[probe] * y[probe];
        }

        return sums;
    }

    private void Scale(double[] block, double[] factors)
    {
        var wide = probes / Vector256<double>.Count * Vector256<double>.Count;
        for (var row = 0; row < rows; row++)
        {
            var numbers = block.AsSpan(row * probes, probes);
            for (var probe = 0; probe < wide; probe += Vector256<double>.Count) (At(numbers, probe) * At(factors, probe)).CopyTo(numbers[probe..]);
            for (var probe = wide; probe < probes; probe++) numbers[probe] *= factors[probe];
        }
    }
}
