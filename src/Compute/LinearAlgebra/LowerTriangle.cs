namespace Infoscope.Compute;

/// <summary>The lower triangle of a square matrix in double, row-major with its full stride; what is above the diagonal is 0.</summary>
internal readonly struct LowerTriangle
{
    private LowerTriangle(int size)
    {
        Size = size;
        Elements = new double[size * size];
    }

    public int Size { get; }

    public double[] Elements { get; }

    /// <summary>Gives the elements of a row up to the diagonal.</summary>
    public Span<double> Row(int row) => Elements.AsSpan(row * Size, row + 1);

    /// <summary>Copies the lower triangle of a matrix.</summary>
    /// <exception cref="NumericalFailureException">An element in it is not finite.</exception>
    public static LowerTriangle Read(CpuMatrix matrix)
    {
        var triangle = new LowerTriangle(matrix.Rows);
        for (var row = 0; row < matrix.Rows; row++)
        {
            var numbers = triangle.Row(row);
            matrix.Read(row, 0, numbers);
            for (var column = 0; column < numbers.Length; column++)
            {
                if (!double.IsFinite(numbers[column]))
                    throw new NumericalFailureException($"element ({row}, {column}) of the {matrix.Rows} x {matrix.Rows} matrix is {numbers[column]}; it must be finite: leave out rows of the data that are not.");
            }
        }

        return triangle;
    }

    /// <summary>Gives the largest magnitude.</summary>
    public double LargestMagnitude()
    {
        double largest = 0;
        foreach (var element in Elements) largest = Math.Max(largest, Math.Abs(element));
        return largest;
    }
}
