namespace Infoscope.Compute.Tests;

/// <summary>A row-major matrix of doubles, with the operations of a session written as their definitions.</summary>
public sealed record Dense(int Rows, int Columns, double[] Elements)
{
    public Dense(int rows, int columns)
        : this(rows, columns, new double[rows * columns])
    {
    }

    public double this[int row, int column]
    {
        get => Elements[(row * Columns) + column];
        set => Elements[(row * Columns) + column] = value;
    }

    public static Dense Of(int rows, int columns, Func<int, int, double> element)
    {
        var dense = new Dense(rows, columns);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++) dense[row, column] = element(row, column);
        }

        return dense;
    }

    /// <summary>Uniform numbers in -1 .. 1 that are exact in single.</summary>
    public static Dense Random(int rows, int columns, int seed)
    {
        var random = new Random(seed);
        return Of(rows, columns, (_, _) => (float)((2 * random.NextDouble()) - 1));
    }

    /// <summary>B B' + I: the eigenvalues are 1 and more.</summary>
    public static Dense RandomSpd(int size, int seed)
    {
        var factor = Random(size, size, seed);
        var matrix = factor.Times(factor.Transposed());
        return Of(size, size, (row, column) => (float)(matrix[row, column] + (row == column ? 1 : 0)));
    }

    public double[] Row(int row) => Elements[(row * Columns)..((row + 1) * Columns)];

    public Dense RowRange(int first, int count) => new(count, Columns, Elements[(first * Columns)..((first + count) * Columns)]);

    public Dense Map(Func<double, double> map) => new(Rows, Columns, [.. Elements.Select(map)]);

    public Dense MapRows(Func<double[], double[]> map) => new(Rows, Columns, [.. Enumerable.Range(0, Rows).SelectMany(row => map(Row(row)))]);

    public Dense Transposed() => Of(Columns, Rows, (row, column) => this[column, row]);

    public Dense Plus(Dense other) => Of(Rows, Columns, (row, column) => this[row, column] + other[row, column]);

    public Dense Times(Dense other) =>
        Of(Rows, other.Columns, (row, column) => Enumerable.Range(0, Columns).Sum(k => this[row, k] * other[k, column]));

    public Dense SquaredDistancesTo(Dense other) =>
        Of(Rows, other.Rows, (row, column) => Enumerable.Range(0, Columns).Sum(k => (this[row, k] - other[column, k]) * (this[row, k] - other[column, k])));

    public Dense SegmentSums(int[] segmentOfRow, int segments) =>
        Of(segments, Columns, (segment, column) => Enumerable.Range(0, Rows).Where(row => segmentOfRow[row] == segment).Sum(row => this[row, column]));
}
