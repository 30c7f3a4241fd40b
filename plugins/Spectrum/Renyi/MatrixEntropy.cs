using Infoscope.Compute;
using Infoscope.Plugins.Spectrum.Spectra;

namespace Infoscope.Plugins.Spectrum.Renyi;

/// <summary>Renyi's entropy S_a(A) = ln(tr A^a)/(1-a) of positive semidefinite matrices divided by their trace, von Neumann's at a = 1, in nats.</summary>
/// <remarks>L. G. Sanchez Giraldo, M. Rao, J. C. Principe, arXiv 1211.2459.</remarks>
/// <param name="compute">Where to compute.</param>
/// <param name="order">The order a, above 0 and finite.</param>
internal sealed class MatrixEntropy(ComputeSession compute, double order)
{
    private const double NearOne = 0.5;

    /// <summary>Gets the order a.</summary>
    public double Order => order;

    /// <summary>Gives the entropy. Cost: O(n^3), and O(n^2) at order 2, which needs no eigenvalues.</summary>
    /// <param name="matrix">A symmetric matrix, row-major, of a trace above 0.</param>
    /// <param name="size">The larger of the number of rows and of the terms of an element, by which rounding grows.</param>
    /// <exception cref="NumericalFailureException">The eigenvalues did not converge.</exception>
    public double OfMatrixNats(double[] matrix, long size) => matrix.Length == 1 ? 0 : order == 2 ? OfSquaresNats(matrix) : OfEigenvaluesNats(matrix, size);

    /// <summary>Gives the entropy at order 2 from the squares of the elements, -ln(|A|_F^2 / (tr A)^2).</summary>
    public static double OfSquaresNats(double[] matrix)
    {
        var side = SideOf(matrix);
        double squares = 0, trace = 0;
        foreach (var element in matrix) squares += element * element;
        for (var i = 0; i < side; i++) trace += matrix[(i * side) + i];
        return 0 - Math.Log(squares / (trace * trace));
    }

    /// <summary>Gives the entropy from the eigenvalues.</summary>
    public double OfEigenvaluesNats(double[] matrix, long size)
    {
        var side = SideOf(matrix);
        using var uploaded = compute.Upload(matrix, side, side);
        var shares = compute.SymmetricEigenvalues(uploaded);
        Eigenvalues.ClearRounding(shares, size);
        var trace = shares.Sum();
        foreach (ref var share in shares.AsSpan()) share /= trace;
        // A single eigenvalue of 1 has the logarithm 0, which divided by a negative 1 - a would be -0.
        return 0 + SpectralEntropy.RenyiNats(shares, order);
    }

    /// <summary>Gives the entropy of the direct sum of matrices, each of trace 1 times its share, from the entropies of the matrices.</summary>
    /// <remarks>tr (p A)^a = p^a e^((1-a) S_a(A)), so a matrix of share p counts as a share would whose -ln p is -ln p + S_a(A).</remarks>
    /// <param name="shares">The share of each matrix, above 0; they sum to one.</param>
    /// <param name="entropiesNats">The entropy of each matrix.</param>
    public double OfSumNats(ReadOnlySpan<double> shares, ReadOnlySpan<double> entropiesNats)
    {
        Span<double> powers = new double[shares.Length];
        double sum = 0;
        var largest = double.NegativeInfinity;
        for (var i = 0; i < shares.Length; i++)
        {
            var surprisal = entropiesNats[i] - Math.Log(shares[i]);
            powers[i] = (1 - order) * surprisal;
            // Near order 1 the sum of shares times e^power is near 1, and its difference from it is what counts.
            sum += shares[i] * (order == 1 ? surprisal : NearZero.ExpMinusOne(powers[i]));
            largest = Math.Max(largest, powers[i]);
        }

        if (order == 1) return sum;
        if (Math.Abs(order - 1) < NearOne) return NearZero.LogOnePlus(sum) / (1 - order);
        // The largest power is taken out, so that none underflows.
        sum = 0;
        for (var i = 0; i < shares.Length; i++) sum += shares[i] * Math.Exp(powers[i] - largest);
        return (Math.Log(sum) + largest) / (1 - order);
    }

    private static int SideOf(double[] matrix) => (int)Math.Round(Math.Sqrt(matrix.Length));
}
