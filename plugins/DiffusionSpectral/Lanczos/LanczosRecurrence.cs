using Infoscope.Compute;

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

    private LanczosRecurrence(double[] block, int rows, int probes)
    {
        this.rows = rows;
        this.probes = probes;
        current = block;
        previous = new double[block.Length];
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

    /// <summary>Gives the quadrature of every probe. Cost: <paramref name="steps"/> products of the kernel with the block, and its memory four times.</summary>
    /// <param name="compute">The session of the kernel.</param>
    /// <param name="kernel">A symmetric n x n matrix with eigenvalues in [0, 1].</param>
    /// <param name="block">The probes, (n, count) row-major; overwritten.</param>
    /// <param name="probes">The number of probes.</param>
    /// <param name="steps">The largest number of steps.</param>
    /// <param name="cancellation">Looked at before every product.</param>
    public static ProbeSpectrum[] Run(ComputeSession compute, Matrix kernel, double[] block, int probes, int steps, CancellationToken cancellation)
    {
        var recurrence = new LanczosRecurrence(block, kernel.Rows, probes);
        for (var step = 0; step < steps && !Array.TrueForAll(recurrence.ended, ended => ended); step++)
        {
            cancellation.ThrowIfCancellationRequested();
            recurrence.Step(compute, kernel);
        }

        return recurrence.Spectra();
    }

    private ProbeSpectrum[] Spectra() =>
        [.. Enumerable.Range(0, probes).Select(probe => ProbeSpectrum.Of(squaredLengths[probe], diagonals[probe].ToArray(), offDiagonals[probe].ToArray(), ended[probe]))];

    private void Step(ComputeSession compute, Matrix kernel)
    {
        var next = new double[current.Length];
        using (var vectors = compute.Upload(current, rows, probes))
        using (var product = compute.Multiply(kernel, vectors, transposeA: false, transposeB: false))
            compute.Download(product, next);

        var along = ColumnDots(current, next);
        for (var row = 0; row < rows; row++)
        {
            var offset = row * probes;
            for (var probe = 0; probe < probes; probe++)
                next[offset + probe] -= (along[probe] * current[offset + probe]) + (couplings[probe] * previous[offset + probe]);
        }

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
        (previous, current) = (current, next);
    }

    private double[] ColumnDots(double[] left, double[] right)
    {
        var sums = new double[probes];
        for (var row = 0; row < rows; row++)
        {
            var x = left.AsSpan(row * probes, probes);
            var y = right.AsSpan(row * probes, probes);
            for (var probe = 0; probe < sums.Length; probe++) sums[probe] += x[probe] * y[probe];
        }

        return sums;
    }

    private void Scale(double[] block, double[] factors)
    {
        for (var row = 0; row < rows; row++)
        {
            var numbers = block.AsSpan(row * probes, probes);
            for (var probe = 0; probe < numbers.Length; probe++) numbers[probe] *= factors[probe];
        }
    }
}
