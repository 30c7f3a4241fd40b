namespace Infoscope.Compute;

/// <summary>What the operations of a compute session ask of their operands.</summary>
internal static class ComputeChecks
{
    public static void Length(int length, int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if (length != (long)rows * columns)
            throw new ArgumentException($"the buffer has {length} elements; a matrix of {rows} x {columns} needs {(long)rows * columns}.");
    }

    public static (int Rows, int Columns) Product(Matrix a, Matrix b, bool transposeA, bool transposeB)
    {
        var (rows, innerA) = transposeA ? (a.Columns, a.Rows) : (a.Rows, a.Columns);
        var (innerB, columns) = transposeB ? (b.Columns, b.Rows) : (b.Rows, b.Columns);
        if (innerA != innerB) throw new ArgumentException($"a product of {rows} x {innerA} by {innerB} x {columns} has inner lengths that differ.");
        return (rows, columns);
    }

    public static void SoftAssignment(int length, int rows, int stride, Matrix anchors, double scale, int shares, int entropies)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        Finite(scale, nameof(scale));
        if (stride < anchors.Columns) throw new ArgumentException($"a row begins every {stride} elements and has {anchors.Columns}, as the anchors have; the stride must be at least that.");
        var needed = rows == 0 ? 0 : ((long)(rows - 1) * stride) + anchors.Columns;
        if (length < needed) throw new ArgumentException($"the buffer has {length} elements; {rows} rows of {anchors.Columns}, {stride} apart, need {needed}.");
        Length(shares, rows, anchors.Rows);
        if (entropies != 0) Count(entropies, rows, "row");
    }

    public static void Segments(Matrix matrix, ReadOnlySpan<int> segmentOfRow, int segments)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(segments);
        Count(segmentOfRow.Length, matrix.Rows, "row");
        for (var row = 0; row < segmentOfRow.Length; row++)
        {
            var segment = segmentOfRow[row];
            if (segment < -1 || segment >= segments)
                throw new ArgumentException($"row {row} is in segment {segment}; allowed is -1 to {segments - 1}.");
        }
    }

    public static void Shape(Matrix matrix, int rows, int columns, string name)
    {
        if (matrix.Rows != rows || matrix.Columns != columns)
            throw new ArgumentException($"{name} is {matrix.Rows} x {matrix.Columns}; it must be {rows} x {columns}.");
    }

    public static void SameColumns(Matrix a, Matrix b)
    {
        if (a.Columns != b.Columns) throw new ArgumentException($"the rows have {a.Columns} and {b.Columns} columns; they must have as many.");
    }

    public static void Square(Matrix matrix)
    {
        if (matrix.Rows != matrix.Columns) throw new ArgumentException($"the matrix is {matrix.Rows} x {matrix.Columns}; it must be square.");
    }

    public static void Count(int count, int expected, string noun)
    {
        if (count != expected) throw new ArgumentException($"there are {count} numbers; one per {noun} needs {expected}.");
    }

    public static void Distinct(Matrix target, Matrix factor)
    {
        if (ReferenceEquals(target, factor)) throw new ArgumentException("the matrix that is added to is also an operand; use a copy.");
    }

    public static void Finite(double value, string name)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite.");
    }
}
