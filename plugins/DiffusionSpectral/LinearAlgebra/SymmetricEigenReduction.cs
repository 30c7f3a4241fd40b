namespace Infoscope.Plugins.DiffusionSpectral.LinearAlgebra;

/// <summary>Householder reduction A = Q T Q' of a symmetric matrix to a tridiagonal T, with Q.</summary>
internal sealed class SymmetricEigenReduction
{
    // Squares below this are nothing beside a largest element near 1, and their sum would lose bits to underflow.
    private static readonly double Negligible = Math.ScaleB(1, -900);

    private readonly double[] matrix;
    private readonly int size;

    private SymmetricEigenReduction(double[] matrix, int size)
    {
        this.matrix = matrix;
        this.size = size;
        Diagonal = new double[size];
        OffDiagonal = new double[size];
        Rotation = [.. Enumerable.Range(0, size).Select(row => UnitVector(row, size))];
    }

    /// <summary>Gets the diagonal of T.</summary>
    public double[] Diagonal { get; }

    /// <summary>Gets the elements of T left of its diagonal; the first is 0.</summary>
    public double[] OffDiagonal { get; }

    /// <summary>Gets the columns of Q.</summary>
    public double[][] Rotation { get; }

    /// <summary>Reduces a matrix whose largest magnitude is near 1, from the last row up, and overwrites its lower triangle.</summary>
    public static SymmetricEigenReduction Of(double[] matrix, int size)
    {
        var reduction = new SymmetricEigenReduction(matrix, size);
        reduction.Reduce();
        return reduction;
    }

    private static double[] UnitVector(int index, int size)
    {
        var vector = new double[size];
        vector[index] = 1;
        return vector;
    }

    private void Reduce()
    {
        var factors = new double[size];
        var product = new double[size];
        for (var i = size - 1; i >= 0; i--)
        {
            Diagonal[i] = matrix[(i * size) + i];
            if (i == 0) break;
            var vector = matrix.AsSpan(i * size, i);
            OffDiagonal[i] = Reflect(vector, out factors[i]);
            if (factors[i] != 0) ApplyFromBothSides(vector, factors[i], product.AsSpan(0, i));
        }

        // Q' is the product of the reflections, shortest first. Those so far have changed nothing outside the leading block.
        for (var i = 1; i < size; i++)
        {
            if (factors[i] == 0) continue;
            var vector = matrix.AsSpan(i * size, i);
            for (var row = 0; row < i; row++)
            {
                var target = Rotation[row].AsSpan(0, i);
                Vectors.AddScaled(target, -factors[i] * Vectors.Dot(target, vector), vector);
            }
        }
    }

    /// <summary>Replaces x by the vector v, last element 1, of the reflection I - tau v v' that takes x to beta times the last unit vector.</summary>
    /// <returns>beta.</returns>
    private static double Reflect(Span<double> x, out double tau)
    {
        var last = x[^1];
        var others = Vectors.Dot(x[..^1], x[..^1]);
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
    private void ApplyFromBothSides(ReadOnlySpan<double> v, double tau, Span<double> w)
    {
        w.Clear();
        for (var i = 0; i < v.Length; i++)
        {
            // Row i of the lower triangle is also column i of the upper one.
            var row = matrix.AsSpan(i * size, i + 1);
            w[i] += Vectors.Dot(row, v[..(i + 1)]);
            Vectors.AddScaled(w[..i], v[i], row[..i]);
        }

        foreach (ref var element in w) element *= tau;
        Vectors.AddScaled(w, -0.5 * tau * Vectors.Dot(w, v), v);
        for (var i = 0; i < v.Length; i++)
        {
            var row = matrix.AsSpan(i * size, i + 1);
            Vectors.AddScaled(row, -v[i], w[..(i + 1)]);
            Vectors.AddScaled(row, -w[i], v[..(i + 1)]);
        }
    }
}
