using System.Runtime.CompilerServices;

namespace Infoscope.Compute;

/// <summary>Householder reduction A = Q T Q' of a symmetric matrix to a tridiagonal one, a column at a time.</summary>
internal sealed class Tridiagonalization
{
    private const int ColumnsOfPart = 16;

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

    /// <summary>Makes the columns of Q, each filled up with zeros for <see cref="Rotations"/>. Cost: 2/3 n^3 multiplications.</summary>
    /// <exception cref="OperationCanceledException">The session was cancelled.</exception>
    public double[][] Columns(ComputeSession session)
    {
        // A reflection reaches to the end of its last tile, where a row has to be zero.
        for (var i = 0; i < matrix.Size; i++) matrix.From(i, i).Numbers[..(LowerTriangle.RoundUp(i) - i)].Clear();
        var length = (matrix.Size + Rotations.Elements - 1) / Rotations.Elements * Rotations.Elements;
        double[][] columns = [.. Enumerable.Range(0, matrix.Size).Select(_ => new double[length])];
        var parts = (matrix.Size + ColumnsOfPart - 1) / ColumnsOfPart;
        Work.Run(session, parts, (long)ColumnsOfPart * matrix.Size * matrix.Size, part => Reflect(columns, part * ColumnsOfPart));
        return columns;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Reflect(double[][] columns, int begin)
    {
        using var numbers = new AlignedNumbers(ColumnsOfPart * matrix.Stride);
        numbers.Span.Clear();
        var some = new Strided(numbers.Span, matrix.Stride);
        var end = Math.Min(matrix.Size, begin + ColumnsOfPart);
        for (var k = begin; k < end; k++) some.Numbers[((k - begin) * matrix.Stride) + k] = 1;

        // Rows of the product of the reflections, shortest first, are columns of Q. Those so far have changed nothing outside the leading block.
        for (var i = begin + 1; i < matrix.Size; i++)
        {
            if (factors[i] != 0) PanelReflection.Apply(some, Math.Min(i, end) - begin, matrix.From(i, 0).Numbers[..LowerTriangle.RoundUp(i)], factors[i]);
        }

        for (var k = begin; k < end; k++) some.From(k - begin, 0).Numbers[..matrix.Size].CopyTo(columns[k]);
    }
}
