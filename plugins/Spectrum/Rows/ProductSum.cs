using Infoscope.Compute;

namespace Infoscope.Plugins.Spectrum.Rows;

/// <summary>The lower triangle of a symmetric matrix of inner products, of features over rows (Z'Z, which adds up over rows) or of rows (ZZ').</summary>
internal sealed class ProductSum
{
    /// <summary>The most lines of a square matrix that an array can hold.</summary>
    public const int LargestSize = 46_340;

    // The product is taken in stripes, so that little of the upper triangle is.
    private const int StripeWidth = 128;

    /// <summary>Makes a matrix of zeros.</summary>
    /// <exception cref="ActivationShapeException">No array can hold it.</exception>
    public ProductSum(int size)
    {
        if (size > LargestSize) throw new ActivationShapeException($"more than {LargestSize} rows of {size} features have a matrix of {size} x {size} products, which no array can hold; use at most {LargestSize} rows or features.");
        Size = size;
        Lower = new double[(long)size * (size + 1) / 2];
    }

    /// <summary>Gets the number of lines.</summary>
    public int Size { get; }

    /// <summary>Gets the elements, row after row up to the diagonal.</summary>
    public double[] Lower { get; }

    /// <summary>Gets the sum of the diagonal.</summary>
    public double Trace
    {
        get
        {
            double sum = 0;
            for (var i = 0; i < Size; i++) sum += Lower[Start(i) + i];
            return sum;
        }
    }

    /// <summary>Gives where a row begins in <see cref="Lower"/>.</summary>
    public static long Start(int row) => (long)row * (row + 1) / 2;

    /// <summary>Adds the inner products of the features over some rows.</summary>
    public void AddFeatures(ReadOnlySpan<double> rows, ComputeSession session)
    {
        var count = rows.Length / Size;
        for (var first = 0; first < Size; first += StripeWidth)
        {
            var (width, height) = (Math.Min(StripeWidth, Size - first), Size - first);
            using var below = Columns(rows, count, first, height, session);
            using var stripe = Columns(rows, count, first, width, session);
            using var product = session.Multiply(below, stripe, transposeA: true, transposeB: false);
            Add(product, first, session);
        }
    }

    /// <summary>Adds the inner products of rows.</summary>
    public void AddRows(ReadOnlySpan<double> rows, int features, ComputeSession session)
    {
        for (var first = 0; first < Size; first += StripeWidth)
        {
            var (width, height) = (Math.Min(StripeWidth, Size - first), Size - first);
            using var below = session.Upload(rows[(first * features)..], height, features);
            using var stripe = session.Upload(rows.Slice(first * features, width * features), width, features);
            using var product = session.Multiply(below, stripe, transposeA: false, transposeB: true);
            Add(product, first, session);
        }
    }

    /// <summary>Adds another matrix.</summary>
    public void Add(ProductSum other)
    {
        for (var i = 0L; i < Lower.LongLength; i++) Lower[i] += other.Lower[i];
    }

    /// <summary>Gives the eigenvalues, ascending.</summary>
    public double[] Eigenvalues(ComputeSession session)
    {
        var square = new double[Size * Size];
        for (var row = 0; row < Size; row++) Lower.AsSpan((int)Start(row), row + 1).CopyTo(square.AsSpan(row * Size));
        using var matrix = session.Upload(square, Size, Size);
        return session.SymmetricEigenvalues(matrix);
    }

    private Matrix Columns(ReadOnlySpan<double> rows, int count, int first, int width, ComputeSession session)
    {
        if (width == Size) return session.Upload(rows, count, Size);
        var columns = new double[count * width];
        for (var row = 0; row < count; row++) rows.Slice((row * Size) + first, width).CopyTo(columns.AsSpan(row * width));
        return session.Upload(columns, count, width);
    }

    private void Add(Matrix product, int first, ComputeSession session)
    {
        var (height, width) = (product.Rows, product.Columns);
        var block = new double[height * width];
        session.Download(product, block);
        for (var i = 0; i < height; i++)
        {
            var row = Lower.AsSpan((int)Start(first + i) + first, Math.Min(i + 1, width));
            for (var j = 0; j < row.Length; j++) row[j] += block[(i * width) + j];
        }
    }
}
