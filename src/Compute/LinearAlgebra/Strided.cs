namespace Infoscope.Compute;

/// <summary>Numbers of a matrix in memory: element (i, k) is at i times the distance of rows and k times that of columns.</summary>
internal readonly ref struct Strided(Span<double> numbers, int row, int step = 1)
{
    public Span<double> Numbers { get; } = numbers;

    /// <summary>Gets the distance from one row to the next.</summary>
    public int Row => row;

    /// <summary>Gets the distance from one column to the next.</summary>
    public int Step => step;

    /// <summary>Gives the matrix without its first rows and columns.</summary>
    public Strided From(int firstRow, int firstColumn) => new(Numbers[((firstRow * row) + (firstColumn * step))..], row, step);
}
