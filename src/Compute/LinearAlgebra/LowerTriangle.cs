using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Infoscope.Compute;

/// <summary>The lower triangle of a square matrix in double, row-major; rows begin on cache lines, and there are as many that whole tiles of 8 x 8 fit.</summary>
/// <remarks>The tiles on the diagonal are symmetric at first, and rows below the matrix are zero. What else is above the diagonal is not set.</remarks>
internal sealed class LowerTriangle : IDisposable
{
    /// <summary>The rows and columns of a tile.</summary>
    public const int Tile = 8;

    private readonly AlignedNumbers numbers;

    private LowerTriangle(int size)
    {
        Size = size;
        PaddedSize = RoundUp(size);

        // Rows a multiple of 512 bytes apart would share few sets of the cache.
        Stride = PaddedSize % 64 == 0 ? PaddedSize + Tile : PaddedSize;
        var length = (long)PaddedSize * Stride;
        if (length > Array.MaxLength - Tile)
            throw new ArgumentException($"the matrix is {size} x {size}; linear algebra on the processor goes up to about 46,000 rows: use fewer.");
        numbers = new AlignedNumbers((int)length);
    }

    public int Size { get; }

    /// <summary>Gets the rows with those that fill the last tile up.</summary>
    public int PaddedSize { get; }

    /// <summary>Gets the distance of two rows.</summary>
    public int Stride { get; }

    /// <summary>Gets the largest magnitude.</summary>
    public double LargestMagnitude { get; private set; }

    /// <summary>Gets all rows, a stride each, and the padding.</summary>
    public Span<double> Elements => numbers.Span;

    /// <summary>Gives the elements of a row up to the diagonal.</summary>
    public Span<double> Row(int row) => numbers.Array.AsSpan(numbers.First + (row * Stride), row + 1);

    /// <summary>Gives the rows or columns of as many tiles as hold some.</summary>
    public static int RoundUp(int count) => (count + Tile - 1) / Tile * Tile;

    /// <summary>Gives the block that begins in a row and a column.</summary>
    public Strided From(int row, int column) => new Strided(Elements, Stride).From(row, column);

    /// <summary>Gives the transposed block: its rows are columns of this matrix, and its columns rows.</summary>
    public Strided ColumnsFrom(int row, int column) => new(Elements[((row * Stride) + column)..], 1, Stride);

    /// <summary>Copies the lower triangle of a matrix.</summary>
    /// <exception cref="NumericalFailureException">An element in it is not finite.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static LowerTriangle Read(CpuMatrix matrix)
    {
        var triangle = new LowerTriangle(matrix.Rows);
        try
        {
            for (var row = 0; row < matrix.Rows; row++)
            {
                var numbers = triangle.Row(row);
                matrix.Read(row, 0, numbers);
                var largest = Vectors.LargestMagnitude(numbers);
                if (double.IsNaN(largest))
                {
                    var column = 0;
                    while (double.IsFinite(numbers[column])) column++;
                    throw new NumericalFailureException($"element ({row}, {column}) of the {matrix.Rows} x {matrix.Rows} matrix is {numbers[column]}; it must be finite: leave out rows of the data that are not.");
                }

                triangle.LargestMagnitude = Math.Max(triangle.LargestMagnitude, largest);
            }

            triangle.CompleteTiles();
            return triangle;
        }
        catch
        {
            triangle.Dispose();
            throw;
        }
    }

    /// <summary>Multiplies all elements by a number.</summary>
    public void Scale(double factor)
    {
        for (var row = 0; row < Size; row++) Vectors.Scale(Elements.Slice(row * Stride, RoundUp(row + 1)), factor);
    }

    public void Dispose() => numbers.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CompleteTiles()
    {
        var elements = Elements;
        for (var row = Size; row * Stride < elements.Length; row++) elements.Slice(row * Stride, Stride).Clear();
        for (var row = 0; row < Size; row++)
        {
            var end = RoundUp(row + 1);
            for (var column = row + 1; column < end; column++) elements[(row * Stride) + column] = column < Size ? elements[(column * Stride) + row] : 0;
        }
    }
}
