namespace Infoscope.Plugins.DiffusionSpectral.Variants;

/// <summary>Householder reduction of a real matrix to one that is 0 below its first subdiagonal, with the same eigenvalues.</summary>
internal static class Hessenberg
{
    /// <summary>Reduces a (size, size) matrix, row-major, in place. Cost: 10/3 n^3.</summary>
    public static void Reduce(Span<double> matrix, int size, CancellationToken cancellation)
    {
        var vector = new double[size];
        var sums = new double[size];
        for (var column = 0; column + 2 < size; column++)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = column + 1;
            var v = vector.AsSpan(0, size - start);
            for (var i = 0; i < v.Length; i++) v[i] = matrix[((start + i) * size) + column];
            var beta = Reflection.Of(v, out var tau);
            if (tau == 0) continue;
            matrix[(start * size) + column] = beta;
            for (var row = start + 1; row < size; row++) matrix[(row * size) + column] = 0;

            // From the left, on the columns that follow: A - tau v (v'A).
            var sum = sums.AsSpan(0, size - start);
            sum.Clear();
            for (var i = 0; i < v.Length; i++) Vectors.AddScaled(sum, v[i], matrix.Slice(((start + i) * size) + start, sum.Length));
            for (var i = 0; i < v.Length; i++) Vectors.AddScaled(matrix.Slice(((start + i) * size) + start, sum.Length), -tau * v[i], sum);

            // From the right, on all rows: A - tau (A v) v'.
            for (var row = 0; row < size; row++)
            {
                var part = matrix.Slice((row * size) + start, v.Length);
                Vectors.AddScaled(part, -tau * Vectors.Dot(part, v), v);
            }
        }
    }
}
