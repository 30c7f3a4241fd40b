namespace Infoscope.Plugins.Spectrum.Distances.Geometry;

/// <summary>Householder reflections of a dense row-major matrix, from the left and from the right.</summary>
internal static class Householder
{
    /// <summary>Gives the upper triangle R of Z = Q R, (columns, columns) row-major, so that R'R = Z'Z.</summary>
    /// <param name="matrix">Z, of at least as many rows as columns; overwritten.</param>
    /// <param name="columns">The number of columns.</param>
    public static double[] Triangle(double[] matrix, int columns)
    {
        var rows = matrix.Length / columns;
        for (var k = 0; k < columns; k++) matrix[(k * columns) + k] = ReflectColumn(matrix, rows, columns, k);
        var triangle = matrix[..(columns * columns)];
        for (var row = 1; row < columns; row++) triangle.AsSpan(row * columns, row).Clear();
        return triangle;
    }

    /// <summary>Reduces a matrix to an upper bidiagonal one of the same singular values.</summary>
    /// <param name="matrix">A matrix of at least as many rows as columns whose magnitudes are near 1; overwritten.</param>
    /// <param name="columns">The number of columns.</param>
    /// <returns>The diagonal, and right of each element of it but the last the one in its row.</returns>
    public static (double[] Diagonal, double[] Beside) Bidiagonalize(double[] matrix, int columns)
    {
        var rows = matrix.Length / columns;
        var diagonal = new double[columns];
        var beside = new double[Math.Max(0, columns - 1)];
        for (var k = 0; k < columns; k++)
        {
            diagonal[k] = ReflectColumn(matrix, rows, columns, k);
            if (k + 1 < columns) beside[k] = ReflectRow(matrix, rows, columns, k);
        }

        return (diagonal, beside);
    }

    /// <summary>Applies the reflection that clears column k below the diagonal to the columns right of it.</summary>
    /// <returns>The element on the diagonal.</returns>
    private static double ReflectColumn(double[] matrix, int rows, int columns, int k)
    {
        var vector = new double[rows - k];
        for (var row = k; row < rows; row++) vector[row - k] = matrix[(row * columns) + k];
        var head = Reflection(vector, out var tau);
        if (tau == 0 || k + 1 == columns) return head;

        var products = new double[columns - k - 1];
        for (var row = k; row < rows; row++) Vectors.AddScaled(products, tau * vector[row - k], matrix.AsSpan((row * columns) + k + 1, products.Length));
        for (var row = k; row < rows; row++) Vectors.AddScaled(matrix.AsSpan((row * columns) + k + 1, products.Length), -vector[row - k], products);
        return head;
    }

    /// <summary>Applies the reflection that clears row k right of the element beside the diagonal to the rows below it.</summary>
    /// <returns>The element beside the diagonal.</returns>
    private static double ReflectRow(double[] matrix, int rows, int columns, int k)
    {
        var vector = matrix.AsSpan((k * columns) + k + 1, columns - k - 1);
        var head = Reflection(vector, out var tau);
        if (tau == 0) return head;
        for (var row = k + 1; row < rows; row++)
        {
            var target = matrix.AsSpan((row * columns) + k + 1, vector.Length);
            Vectors.AddScaled(target, -tau * Vectors.Dot(vector, target), vector);
        }

        return head;
    }

    /// <summary>Replaces x by the vector v, first element 1, of the reflection I - tau v v' that takes x to beta times the first unit vector.</summary>
    /// <returns>beta.</returns>
    private static double Reflection(Span<double> x, out double tau)
    {
        var first = x[0];
        var others = Vectors.Dot(x[1..], x[1..]);
        tau = 0;
        if (others == 0) return first;

        // The sign that makes first - beta a sum of two numbers of one sign.
        var beta = -Math.CopySign(Math.Sqrt((first * first) + others), first);
        tau = (beta - first) / beta;
        foreach (ref var element in x) element /= first - beta;
        x[0] = 1;
        return beta;
    }
}
