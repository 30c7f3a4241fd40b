using Infoscope.Plugins.DiffusionSpectral.LinearAlgebra;

namespace Infoscope.Plugins.DiffusionSpectral.Lanczos;

/// <summary>What one probe z sees of the spectrum of K: the nodes and weights of the Gauss quadrature of z' f(K) z.</summary>
internal sealed class ProbeSpectrum
{
    private readonly double[] nodes;
    private readonly double[] weights;

    private ProbeSpectrum(double[] nodes, double[] weights)
    {
        this.nodes = nodes;
        this.weights = weights;
    }

    /// <summary>Gets the number of nodes.</summary>
    public int Steps => nodes.Length;

    /// <summary>Gets what the first half of the steps saw, rounded up; null where more steps would see no more.</summary>
    public ProbeSpectrum? Half { get; private init; }

    /// <summary>Decomposes the tridiagonal matrix of a Lanczos recurrence.</summary>
    /// <param name="squaredLength">The squared length of the probe.</param>
    /// <param name="diagonal">The diagonal; empty for a probe of length 0.</param>
    /// <param name="offDiagonal">Element i stands right of diagonal element i.</param>
    /// <param name="isWhole">Whether the recurrence came to its end, so that the quadrature is exact.</param>
    public static ProbeSpectrum Of(double squaredLength, ReadOnlySpan<double> diagonal, ReadOnlySpan<double> offDiagonal, bool isWhole)
    {
        var half = isWhole ? null : Decompose(squaredLength, diagonal[..((diagonal.Length + 1) / 2)], offDiagonal, null);
        return Decompose(squaredLength, diagonal, offDiagonal, half);
    }

    /// <summary>Gives the quadrature of x^power.</summary>
    public double Power(double power)
    {
        double sum = 0;
        for (var i = 0; i < nodes.Length; i++) sum += weights[i] * Math.Pow(nodes[i], power);
        return sum;
    }

    /// <summary>Gives the quadrature of x^power ln x^power, which is 0 at 0.</summary>
    public double PowerLog(double power)
    {
        double sum = 0;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] > 0) sum += weights[i] * Math.Pow(nodes[i], power) * power * Math.Log(nodes[i]);
        }

        return sum;
    }

    private static ProbeSpectrum Decompose(double squaredLength, ReadOnlySpan<double> diagonal, ReadOnlySpan<double> offDiagonal, ProbeSpectrum? half)
    {
        var size = diagonal.Length;
        var matrix = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            matrix[(i * size) + i] = diagonal[i];
            if (i > 0) matrix[(i * size) + i - 1] = offDiagonal[i - 1];
        }

        var system = SymmetricEigenSystem.Of(matrix, size);

        // Rounding can carry a node past the ends of the spectrum, which are known.
        return new ProbeSpectrum(
            [.. system.Values.Select(value => Math.Clamp(value, 0, 1))],
            [.. system.Vectors.Select(vector => squaredLength * vector[0] * vector[0])]) { Half = half };
    }
}
