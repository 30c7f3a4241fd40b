using System.Runtime.CompilerServices;

namespace Infoscope.Compute;

/// <summary>Householder reduction A = Q T Q' of a symmetric matrix to a tridiagonal one, a column at a time.</summary>
internal sealed class Tridiagonalization
{
    // Row i keeps the vector v of the i-th reflection I - tau v v', and this its tau.
    private readonly LowerTriangle matrix;
    private readonly double[] factors;

    private Tridiagonalization(LowerTriangle matrix)
    {
        this.matrix = matrix;
        factors = new double[matrix.Size];
        Diagonal = new double[matrix.Size];
        OffDiagonal = new double[matrix.Size];
    }

    /// <summary>Gets the diagonal of T.</summary>
    public double[] Diagonal { get; }

    /// <summary>Gets the elements of T left of its diagonal; the first is 0.</summary>
    public double[] OffDiagonal { get; }

    /// <summary>Reduces a matrix whose largest magnitude is near 1, from the last row up, and overwrites it.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Tridiagonalization Of(LowerTriangle matrix, CancellationToken cancellation)
    {
        var reduction = new Tridiagonalization(matrix);

        // The reflection before changes the block by -v w' - w v', which is done when its product with the next vector is taken.
        using var vectors = new AlignedNumbers(4 * matrix.Stride);
        vectors.Span.Clear();
        var v = vectors.Span[..matrix.Stride];
        var w = vectors.Span.Slice(matrix.Stride, matrix.Stride);
        var next = vectors.Span.Slice(2 * matrix.Stride, matrix.Stride);
        var product = vectors.Span[(3 * matrix.Stride)..];
        var changed = false;
        for (var i = matrix.Size - 1; i >= 0; i--)
        {
            cancellation.ThrowIfCancellationRequested();
            var row = matrix.Row(i);
            Vectors.AddScaled(row, -v[i], w[..(i + 1)]);
            Vectors.AddScaled(row, -w[i], v[..(i + 1)]);
            reduction.Diagonal[i] = row[i];
            if (i == 0) break;
            reduction.OffDiagonal[i] = Reflection.Make(row[..i], out var tau);
            reduction.factors[i] = tau;
            (v[i], w[i], next[i]) = (0, 0, 0);
            if (tau == 0) next[..i].Clear();
            else row[..i].CopyTo(next);
            if (!changed && tau == 0) continue;
            SymmetricUpdate.Apply(matrix, i, v, w, next, product);

            // H A H = A - v w' - w v', with p = tau A v and w = p - (tau/2)(p'v) v.
            Vectors.Scale(product[..i], tau);
            Vectors.AddScaled(product, -0.5 * tau * Vectors.Dot(next[..i], product), next[..i]);
            product[i..].Clear();
            var free = v;
            v = next;
            next = w;
            w = product;
            product = free;
            changed = tau != 0;
        }

        return reduction;
    }

    /// <summary>Makes the columns of Q. Cost: 2/3 n^3 multiplications.</summary>
    public double[][] Columns()
    {
        // Rows of the product of the reflections, shortest first, are columns of Q. Those so far have changed nothing outside the leading block.
        double[][] columns = [.. Enumerable.Range(0, matrix.Size).Select(UnitVector)];
        for (var i = 1; i < matrix.Size; i++)
        {
            if (factors[i] == 0) continue;
            var vector = matrix.Row(i)[..i];
            foreach (var column in columns.AsSpan(0, i)) Vectors.AddScaled(column, -factors[i] * Vectors.Dot(vector, column), vector);
        }

        return columns;
    }

    private double[] UnitVector(int index)
    {
        var vector = new double[matrix.Size];
        vector[index] = 1;
        return vector;
    }
}
