using System.Runtime.CompilerServices;

namespace Infoscope.Compute;

/// <summary>A = L L', L lower triangular: determinants and solutions of symmetric positive definite systems.</summary>
internal sealed class CholeskyFactor
{
    private const int Block = TileProduct.Columns;

    // The rows of a part that may run on a thread of its own.
    private const int PartRows = 64;

    private const int TransposedRows = 256;

    // Half the distance from 1 to the next double: the relative error of one rounding.
    private const double UnitRoundoff = 1.0 / (1L << 53);

    private readonly LowerTriangle factor;
    private readonly ComputeSession session;

    private CholeskyFactor(LowerTriangle factor, ComputeSession session)
    {
        this.factor = factor;
        this.session = session;
    }

    /// <summary>Gives row i of L up to its diagonal.</summary>
    public ReadOnlySpan<double> Row(int row) => factor.Row(row);

    /// <summary>Factors a matrix in place, one block of columns after another. Cost: n^3/6 fused multiplications.</summary>
    /// <exception cref="NumericalFailureException">The matrix is not positive definite, or so nearly that rounding decides.</exception>
    /// <exception cref="OperationCanceledException">The session was cancelled.</exception>
    public static CholeskyFactor Of(LowerTriangle matrix, ComputeSession session)
    {
        var result = new CholeskyFactor(matrix, session);
        var diagonal = new double[matrix.Size];
        for (var i = 0; i < diagonal.Length; i++) diagonal[i] = matrix.Row(i)[i];
        using var earlier = new AlignedNumbers(matrix.PaddedSize * Block);
        using var corner = new AlignedNumbers(Block * Block);
        for (var first = 0; first < matrix.Size; first += Block)
        {
            // The columns before are subtracted from all rows of this block; then come its square on the diagonal and, divided by that, the rows below.
            var columns = Math.Min(Block, matrix.Size - first);
            var parts = (matrix.Size - first + PartRows - 1) / PartRows;
            result.Transpose(earlier, first, columns);
            Work.Run(session, parts, (long)PartRows * Block * first, part => result.Subtract(earlier, first, columns, first + (part * PartRows)));
            result.FactorSquare(first, columns, diagonal);
            if (columns < Block) break;
            result.TransposeBelowDiagonal(corner.Span, first);
            Work.Run(session, parts, (long)PartRows * Block * Block, part => result.Divide(corner, first, first + (part * PartRows)));
        }

        return result;
    }

    public double LogDeterminant()
    {
        double sum = 0;
        for (var i = 0; i < factor.Size; i++) sum += Math.Log(factor.Row(i)[i]);
        return 2 * sum;
    }

    /// <summary>Replaces B by the solution X of A X = B, both row-major. Cost: n^2 fused multiplications a column.</summary>
    /// <exception cref="OperationCanceledException">The session was cancelled.</exception>
    public void Solve(double[] numbers, int columns) => Work.Run(
        session,
        (columns + Block - 1) / Block,
        (long)factor.Size * factor.Size * Block,
        part => SolveColumns(numbers, columns, part * Block, Math.Min(Block, columns - (part * Block))));

    private void Transpose(AlignedNumbers earlier, int first, int columns)
    {
        var parts = (first + TransposedRows - 1) / TransposedRows;
        Work.Run(session, parts, TransposedRows * Block, part => TransposePart(earlier.Span, first, columns, part * TransposedRows));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TransposePart(Span<double> target, int first, int columns, int begin)
    {
        var end = Math.Min(first, begin + TransposedRows);
        for (var j = 0; j < columns; j++)
        {
            var row = factor.Row(first + j);
            for (var k = begin; k < end; k++) target[(k * Block) + j] = row[k];
        }

        // What fills the last vector of 8 up has to be a number.
        for (var j = columns; j % LowerTriangle.Tile != 0; j++)
        {
            for (var k = begin; k < end; k++) target[(k * Block) + j] = 0;
        }
    }

    private void Subtract(AlignedNumbers earlier, int first, int columns, int begin)
    {
        var rows = Math.Min(PartRows, factor.PaddedSize - begin);
        TileProduct.Add(factor.From(begin, first), factor.From(begin, 0), new Strided(earlier.Span, Block), rows, columns, first, factor: -1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FactorSquare(int first, int columns, double[] diagonal)
    {
        for (var i = first; i < first + columns; i++)
        {
            var row = factor.Row(i);
            for (var j = first; j < i; j++)
            {
                var earlier = factor.Row(j);
                row[j] = (row[j] - Vectors.Dot(row[first..j], earlier[first..])) / earlier[j];
            }

            // The sum that is subtracted from a diagonal element is at most that element, so its rounding error is at most this.
            var pivot = row[i] - Vectors.Dot(row[first..i], row[first..]);
            var doubt = (i + 1) * UnitRoundoff * diagonal[i];
            if (!(pivot > doubt))
            {
                throw new NumericalFailureException(
                    $"the {factor.Size} x {factor.Size} matrix is not positive definite: pivot {i} is {pivot} and must be above {Math.Max(doubt, 0)}; add a ridge to the diagonal.");
            }

            row[i] = Math.Sqrt(pivot);
        }
    }

    /// <summary>Copies what is below the diagonal of a square block, as columns, and zeros elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TransposeBelowDiagonal(Span<double> target, int first)
    {
        target.Clear();
        for (var j = 1; j < Block; j++)
        {
            var row = factor.Row(first + j)[first..];
            for (var k = 0; k < j; k++) target[(k * Block) + j] = row[k];
        }
    }

    /// <summary>Replaces rows X L' below a square block L by X, eight columns at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Divide(AlignedNumbers corner, int first, int begin)
    {
        var end = Math.Min(begin + PartRows, factor.PaddedSize);
        begin = Math.Max(begin, first + Block);
        if (begin >= end) return;
        for (var column = 0; column < Block; column += LowerTriangle.Tile)
        {
            var target = factor.From(begin, first + column);
            var transposed = new Strided(corner.Span, Block);
            TileProduct.Add(target, factor.From(begin, first), transposed.From(0, column), end - begin, LowerTriangle.Tile, column, factor: -1);
            for (var t = 0; t < LowerTriangle.Tile; t++)
            {
                var divisor = factor.Row(first + column + t)[^1];
                var multiples = transposed.From(column + t, column).Numbers[..LowerTriangle.Tile];
                for (var row = 0; row < end - begin; row++)
                {
                    var numbers = target.From(row, 0).Numbers[..LowerTriangle.Tile];
                    var quotient = numbers[t] / divisor;
                    numbers[t] = quotient;
                    Vectors.AddScaledTile(numbers, -quotient, multiples);
                }
            }
        }
    }

    private void SolveColumns(double[] numbers, int stride, int firstColumn, int columns)
    {
        using var buffer = new AlignedNumbers(factor.PaddedSize * Block);
        buffer.Span.Clear();
        var x = new Strided(buffer.Span, Block);
        for (var i = 0; i < factor.Size; i++) numbers.AsSpan((i * stride) + firstColumn, columns).CopyTo(x.From(i, 0).Numbers);
        for (var first = 0; first < factor.Size; first += Block)
        {
            session.Cancellation.ThrowIfCancellationRequested();
            TileProduct.Add(x.From(first, 0), factor.From(first, 0), x, Math.Min(Block, factor.PaddedSize - first), columns, first, factor: -1);
            SolveForward(x, first, Math.Min(first + Block, factor.Size), columns);
        }

        for (var first = (factor.Size - 1) / Block * Block; first >= 0 && factor.Size > 0; first -= Block)
        {
            session.Cancellation.ThrowIfCancellationRequested();
            var below = first + Block;
            if (below < factor.Size)
                TileProduct.Add(x.From(first, 0), factor.ColumnsFrom(below, first), x.From(below, 0), Block, columns, factor.Size - below, factor: -1);
            SolveBackward(x, first, Math.Min(below, factor.Size), columns);
        }

        for (var i = 0; i < factor.Size; i++) x.From(i, 0).Numbers[..columns].CopyTo(numbers.AsSpan((i * stride) + firstColumn, columns));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SolveForward(Strided x, int first, int end, int columns)
    {
        for (var i = first; i < end; i++)
        {
            var row = factor.Row(i);
            var target = x.From(i, 0).Numbers[..columns];
            for (var j = first; j < i; j++) Vectors.AddScaled(target, -row[j], x.From(j, 0).Numbers[..columns]);
            Vectors.Divide(target, row[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SolveBackward(Strided x, int first, int end, int columns)
    {
        for (var i = end - 1; i >= first; i--)
        {
            var row = factor.Row(i);
            var solved = x.From(i, 0).Numbers[..columns];
            Vectors.Divide(solved, row[i]);
            for (var j = first; j < i; j++) Vectors.AddScaled(x.From(j, 0).Numbers, -row[j], solved);
        }
    }
}
