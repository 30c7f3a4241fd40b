using System.Runtime.CompilerServices;

namespace Infoscope.Compute;

/// <summary>Reduction A = Q B Q' of a symmetric matrix to one with a narrow band, in products of matrices.</summary>
/// <remarks>
/// Bischof, Lang and Sun, A framework for symmetric band reduction, ACM Transactions on Mathematical Software 26 (2000), section 3. From the last rows up, 32 rows a time are
/// reflected so that only the band is left of them. The reflections of such a panel are I - V T V' together, and change the block before it by -X V' - V X'.
/// </remarks>
internal sealed class BandReduction : IDisposable
{
    /// <summary>How many elements of a row are left of its diagonal afterwards.</summary>
    public const int Width = TileProduct.Columns;

    private const int PartRows = 64;

    // V and X beside each other.
    private const int Both = 2 * Width;

    private readonly LowerTriangle matrix;
    private readonly ComputeSession session;
    private readonly AlignedNumbers reflections;
    private readonly AlignedNumbers vx;
    private readonly AlignedNumbers product;
    private readonly AlignedNumbers panels;
    private readonly AlignedNumbers squares = new(4 * Width * Width);

    private BandReduction(LowerTriangle matrix, ComputeSession session)
    {
        this.matrix = matrix;
        this.session = session;
        reflections = new AlignedNumbers(Width * matrix.Stride);
        vx = new AlignedNumbers(matrix.PaddedSize * Both);
        product = new AlignedNumbers(matrix.PaddedSize * Width);
        panels = new AlignedNumbers(matrix.PaddedSize * Both);
    }

    /// <summary>Reduces a matrix whose largest magnitude is near 1, in place. What is left of the band is then anything. Cost: 2/3 n^3 fused multiplications.</summary>
    /// <exception cref="OperationCanceledException">The session was cancelled.</exception>
    public static void Apply(LowerTriangle matrix, ComputeSession session)
    {
        using var reduction = new BandReduction(matrix, session);
        for (var end = matrix.Size; end > Width;)
        {
            // The first panel is as high as leaves whole ones before it.
            var size = (end - 1) / Width * Width;
            reduction.Reduce(size, end - size);
            end = size;
        }
    }

    public void Dispose()
    {
        reflections.Dispose();
        vx.Dispose();
        product.Dispose();
        panels.Dispose();
        squares.Dispose();
    }

    private void Reduce(int size, int height)
    {
        var parts = (size + PartRows - 1) / PartRows;
        var factors = ReflectPanel(size, height);
        Work.Run(session, parts, PartRows * Width, part => TransposeReflections(part * PartRows, Math.Min(size, (part + 1) * PartRows)));
        Work.Run(session, parts, (long)PartRows * Width * size, part => Multiply(size, part * PartRows, Math.Min(size, (part + 1) * PartRows)));
        CombineFactors(size, factors);
        Work.Run(session, parts, PartRows * Both * Width, part => Combine(part * PartRows, Math.Min(size, (part + 1) * PartRows)));

        // The last rows are the longest, and begin first.
        Work.Run(session, parts, (long)PartRows * Width * size, part =>
        {
            var first = (parts - 1 - part) * PartRows;
            Update(first, Math.Min(size, first + PartRows));
        });
    }

    /// <summary>Reflects the rows below the block, last to first, and keeps the vectors.</summary>
    /// <returns>tau for each row.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double[] ReflectPanel(int size, int height)
    {
        var factors = new double[Width];
        reflections.Span.Clear();
        for (var t = height - 1; t >= 0; t--)
        {
            var length = size - Width + t + 1;
            if (length < 2) break;
            var row = matrix.Row(size + t)[..length];
            var beta = Reflection.Make(row, out var tau);
            factors[t] = tau;
            if (tau != 0)
            {
                var vector = reflections.Span.Slice(t * matrix.Stride, matrix.Stride);
                row.CopyTo(vector);
                PanelReflection.Apply(matrix.From(size, 0), t, vector[..LowerTriangle.RoundUp(length)], tau);
            }

            row[^1] = beta;
        }

        return factors;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TransposeReflections(int begin, int end)
    {
        var target = vx.Span;
        for (var t = 0; t < Width; t++)
        {
            var vector = reflections.Span.Slice(t * matrix.Stride, matrix.Stride);
            for (var row = begin; row < end; row++) target[(row * Both) + t] = vector[row];
        }
    }

    /// <summary>Rows of A V: what is left of the diagonal tiles and in them is read along rows, and what is below them along columns.</summary>
    private void Multiply(int size, int begin, int end)
    {
        var v = new Strided(vx.Span, Both);
        var target = new Strided(product.Span, Width);
        target.From(begin, 0).Numbers[..((end - begin) * Width)].Clear();
        TileProduct.Add(target.From(begin, 0), matrix.From(begin, 0), v, end - begin, Width, begin, factor: 1);
        for (var row = begin; row < end; row += LowerTriangle.Tile)
        {
            var after = row + LowerTriangle.Tile;
            TileProduct.Add(target.From(row, 0), matrix.From(row, begin), v.From(begin, 0), LowerTriangle.Tile, Width, after - begin, factor: 1);
            if (after < end) TileProduct.Add(target.From(row, 0), matrix.ColumnsFrom(after, row), v.From(after, 0), LowerTriangle.Tile, Width, end - after, factor: 1);
        }

        if (end < size) TileProduct.Add(target.From(begin, 0), matrix.ColumnsFrom(end, begin), v.From(end, 0), end - begin, Width, size - end, factor: 1);
    }

    /// <summary>Makes T, and S = T' V' A V T.</summary>
    private void CombineFactors(int size, double[] factors)
    {
        var gram = Square(0);
        var inner = Square(1);
        var t = Square(2);
        var s = Square(3);
        squares.Span.Clear();
        var rows = new Strided(reflections.Span, matrix.Stride);
        TileProduct.Add(gram, rows, new Strided(vx.Span, Both), Width, Width, size, factor: 1);
        TileProduct.Add(inner, rows, new Strided(product.Span, Width), Width, Width, size, factor: 1);
        CombineReflections(gram.Numbers, factors, t.Numbers);

        // What was the Gram matrix becomes V' A V T.
        gram.Numbers[..(Width * Width)].Clear();
        TileProduct.Add(gram, inner, t, Width, Width, Width, factor: 1);
        TileProduct.Add(s, new Strided(t.Numbers, 1, Width), gram, Width, Width, Width, factor: 1);
    }

    /// <summary>Makes the lower triangular T of which I - V T V' is the product of the reflections, the last row's first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CombineReflections(ReadOnlySpan<double> gram, ReadOnlySpan<double> factors, Span<double> t)
    {
        for (var k = Width - 1; k >= 0; k--)
        {
            for (var j = k + 1; j < Width; j++)
            {
                double sum = 0;
                for (var l = k + 1; l <= j; l++) sum += t[(j * Width) + l] * gram[(l * Width) + k];
                t[(j * Width) + k] = -factors[k] * sum;
            }

            t[(k * Width) + k] = factors[k];
        }
    }

    /// <summary>Rows of X = A V T - V S / 2, and the panels of X' above V' that the update multiplies by.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Combine(int begin, int end)
    {
        var v = new Strided(vx.Span, Both);
        var x = v.From(begin, Width);
        for (var row = begin; row < end; row++) v.From(row, Width).Numbers[..Width].Clear();
        TileProduct.Add(x, new Strided(product.Span, Width).From(begin, 0), Square(2), end - begin, Width, Width, factor: 1);
        TileProduct.Add(x, v.From(begin, 0), Square(3), end - begin, Width, Width, factor: -0.5);
        for (var row = begin; row < end; row++)
        {
            var panel = panels.Span[((row / Width * Width * Both) + (row % Width))..];
            var numbers = v.From(row, 0).Numbers[..Both];
            for (var k = 0; k < Width; k++)
            {
                panel[k * Width] = numbers[Width + k];
                panel[(Width + k) * Width] = numbers[k];
            }
        }
    }

    /// <summary>Rows of A - V X' - X V', with the whole of the tiles on the diagonal.</summary>
    private void Update(int begin, int end)
    {
        var left = new Strided(vx.Span, Both);
        for (var column = 0; column < end; column += Width)
        {
            var first = Math.Max(begin, column);
            TileProduct.Add(matrix.From(first, column), left.From(first, 0), new Strided(panels.Span[(column * Both)..], Width), end - first, Width, Both, factor: -1);
        }
    }

    private Strided Square(int index) => new(squares.Span[(index * Width * Width)..], Width);
}
