using Infoscope.Plugins.DiffusionSpectral.LinearAlgebra;

namespace Infoscope.Plugins.DiffusionSpectral.Clustering;

/// <summary>A subspace that an iteration turns towards eigenvectors: its basis, and the image of the basis under the matrix.</summary>
internal sealed class Subspace
{
    // A vector of which less is left lies in the span of those before it as far as rounding can tell.
    private const double Dependent = 1e-12;

    private readonly int rows;
    private double[] images;

    /// <summary>Starts with random vectors.</summary>
    public Subspace(int rows, int width, RandomStream random)
    {
        this.rows = rows;
        Width = width;
        Values = new double[rows * width];
        images = new double[rows * width];
        for (var at = 0; at < Values.Length; at++) Values[at] = random.NextNormal();
    }

    /// <summary>Gets the number of vectors.</summary>
    public int Width { get; }

    /// <summary>Gets or sets the vectors, row-major (rows, width).</summary>
    public double[] Values { get; set; }

    /// <summary>Makes the vectors orthonormal, each against those before it, twice; a vector that depends on them is drawn anew.</summary>
    public void Orthonormalize(RandomStream random)
    {
        for (var column = 0; column < Width; column++)
        {
            while (!Normalize(column) || !Separate(column))
            {
                for (var row = 0; row < rows; row++) Values[row * Width + column] = random.NextNormal();
            }
        }
    }

    /// <summary>Turns the vectors to the best approximations of eigenvectors that the subspace has (Rayleigh-Ritz), and gives their eigenvalues, descending.</summary>
    public double[] Diagonalize(SparseMatrix matrix)
    {
        Array.Clear(images);
        matrix.MultiplyLess(Values, Width, 1, 0, images);
        var projected = new double[Width * Width];
        for (var row = 0; row < rows; row++)
        {
            var vector = Values.AsSpan(row * Width, Width);
            var image = images.AsSpan(row * Width, Width);
            for (var i = 0; i < Width; i++)
            {
                for (var j = 0; j <= i; j++) projected[i * Width + j] += vector[i] * image[j];
            }
        }

        var system = SymmetricEigenSystem.Of(projected, Width);
        Values = Turned(Values, system);
        images = Turned(images, system);
        return [.. system.Values.Reverse()];
    }

    /// <summary>Gets the largest Euclidean norm of A v - eigenvalue v over the first vectors.</summary>
    public double LargestResidual(ReadOnlySpan<double> eigenvalues, int wanted)
    {
        double largest = 0;
        for (var column = 0; column < wanted; column++)
        {
            double squares = 0;
            for (var at = column; at < Values.Length; at += Width)
            {
                var rest = images[at] - eigenvalues[column] * Values[at];
                squares += rest * rest;
            }

            largest = Math.Max(largest, Math.Sqrt(squares));
        }

        return largest;
    }

    /// <summary>Copies the first vectors, row-major (rows, wanted).</summary>
    public double[] Leading(int wanted)
    {
        var leading = new double[rows * wanted];
        for (var row = 0; row < rows; row++) Values.AsSpan(row * Width, wanted).CopyTo(leading.AsSpan(row * wanted));
        return leading;
    }

    private bool Normalize(int column)
    {
        double squares = 0;
        for (var at = column; at < Values.Length; at += Width) squares += Values[at] * Values[at];
        var norm = Math.Sqrt(squares);
        if (!(norm > 0)) return false;
        for (var at = column; at < Values.Length; at += Width) Values[at] /= norm;
        return true;
    }

    private bool Separate(int column)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            var along = new double[column];
            for (var row = 0; row < rows; row++)
            {
                var vectors = Values.AsSpan(row * Width, column + 1);
                for (var i = 0; i < column; i++) along[i] += vectors[i] * vectors[column];
            }

            double squares = 0;
            for (var row = 0; row < rows; row++)
            {
                var vectors = Values.AsSpan(row * Width, column + 1);
                for (var i = 0; i < column; i++) vectors[column] -= along[i] * vectors[i];
                squares += vectors[column] * vectors[column];
            }

            if (squares < Dependent * Dependent || !Normalize(column)) return false;
        }

        return true;
    }

    // Column i of the result is the eigenvector of the i-th largest eigenvalue.
    private double[] Turned(double[] source, SymmetricEigenSystem system)
    {
        var turned = new double[source.Length];
        for (var row = 0; row < rows; row++)
        {
            var from = source.AsSpan(row * Width, Width);
            var to = turned.AsSpan(row * Width, Width);
            for (var i = 0; i < Width; i++)
            {
                var vector = system.Vectors[Width - 1 - i];
                for (var j = 0; j < Width; j++) to[i] += from[j] * vector[j];
            }
        }

        return turned;
    }
}
