namespace Infoscope.Compute;

/// <summary>Householder reduction of a symmetric matrix to a tridiagonal one with the same eigenvalues.</summary>
internal static class Tridiagonalization
{
    // Squares below this are nothing beside a largest element near 1, and their sum would lose bits to underflow.
    private static readonly double Negligible = Math.ScaleB(1, -900);

    /// <summary>Reduces a matrix whose largest magnitude is near 1, from the last row up, and overwrites it.</summary>
    /// <returns>The diagonal, and the element before it in its row (0 for the first).</returns>
    public static (double[] Diagonal, double[] OffDiagonal) Reduce(LowerTriangle matrix)
    {
        var diagonal = new double[matrix.Size];
        var offDiagonal = new double[matrix.Size];
        var product = new double[matrix.Size];
        for (var i = matrix.Size - 1; i >= 0; i--)
        {
            diagonal[i] = matrix.Row(i)[i];
            if (i == 0) break;
            var vector = matrix.Row(i)[..i];
            offDiagonal[i] = Reflect(vector, out var tau);
            if (tau != 0) ApplyFromBothSides(matrix, vector, tau, product.AsSpan(0, i));
        }

        return (diagonal, offDiagonal);
    }

    /// <summary>Replaces x by the vector v, last element 1, of the reflection H = I - tau v v' that takes x to beta times the last unit vector.</summary>
    /// <returns>beta.</returns>
    private static double Reflect(Span<double> x, out double tau)
    {
        var last = x[^1];
        var others = Vectors.Dot(x[..^1], x);
        tau = 0;
        if (others < Negligible) return last;

        // The sign that makes last - beta a sum of two numbers of one sign.
        var beta = -Math.CopySign(Math.Sqrt((last * last) + others), last);
        tau = (beta - last) / beta;
        foreach (ref var element in x) element /= last - beta;
        x[^1] = 1;
        return beta;
    }

    /// <summary>Replaces the leading block A by H A H = A - v w' - w v', with p = tau A v and w = p - (tau/2)(p'v) v.</summary>
    private static void ApplyFromBothSides(LowerTriangle matrix, ReadOnlySpan<double> v, double tau, Span<double> w)
    {
        w.Clear();
        for (var i = 0; i < v.Length; i++)
        {
            // Row i of the lower triangle is also column i of the upper one.
            var beforeDiagonal = matrix.Row(i)[..i];
            w[i] += Vectors.Dot(matrix.Row(i), v);
            Vectors.AddScaled(w, v[i], beforeDiagonal);
        }

        foreach (ref var element in w) element *= tau;
        Vectors.AddScaled(w, -0.5 * tau * Vectors.Dot(w, v), v);
        for (var i = 0; i < v.Length; i++)
        {
            var row = matrix.Row(i);
            Vectors.AddScaled(row, -v[i], w[..(i + 1)]);
            Vectors.AddScaled(row, -w[i], v[..(i + 1)]);
        }
    }
}
