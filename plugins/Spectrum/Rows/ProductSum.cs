using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Infoscope.Compute;

namespace Infoscope.Plugins.Spectrum.Rows;

/// <summary>The lower triangle of a symmetric matrix of inner products, of features over rows (Z'Z, which adds up over rows) or of rows (ZZ').</summary>
/// <remarks>While products are added it is an accumulator of a session; whoever reads it has it brought back as an array. On the processor terms are added one after another, so no bit depends on how rows are cut.</remarks>
internal sealed class ProductSum
{
    /// <summary>The most lines of a square matrix that an array can hold.</summary>
    public const int LargestSize = 46_340;

    // At most one of the two; neither of zeros.
    private double[]? lower;
    private Matrix? growing;
    private ComputeSession? grower;

    /// <summary>Makes a matrix of zeros.</summary>
    /// <exception cref="ActivationShapeException">No array can hold it.</exception>
    public ProductSum(int size)
    {
        if (size > LargestSize) throw new ActivationShapeException($"more than {LargestSize} rows of {size} features have a matrix of {size} x {size} products, which no array can hold; use at most {LargestSize} rows or features.");
        Size = size;
    }

    /// <summary>Gets the number of lines.</summary>
    public int Size { get; }

    /// <summary>Gets the elements, row after row up to the diagonal; they may be changed until products are added.</summary>
    public double[] Lower
    {
        get
        {
            BringBack();
            return lower ??= NewLower();
        }
    }

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
        Grow(session);
        using var matrix = grower!.Upload(rows, rows.Length / Size, Size);
        grower.MultiplyAdd(matrix, matrix, transposeA: true, transposeB: false, growing!);
    }

    /// <summary>Adds the inner products of rows.</summary>
    public void AddRows(ReadOnlySpan<double> rows, int features, ComputeSession session)
    {
        Grow(session);
        using var matrix = grower!.Upload(rows, Size, features);
        grower.MultiplyAdd(matrix, matrix, transposeA: false, transposeB: true, growing!);
    }

    /// <summary>Adds another matrix.</summary>
    public void Add(ProductSum other)
    {
        var (sums, terms) = (Lower, other.Lower);
        var wideSums = MemoryMarshal.Cast<double, Vector512<double>>(sums.AsSpan());
        var wideTerms = MemoryMarshal.Cast<double, Vector512<double>>(terms.AsSpan());
        for (var i = 0; i < wideSums.Length; i++) wideSums[i] += wideTerms[i];
        for (var i = wideSums.Length * Vector512<double>.Count; i < sums.Length; i++) sums[i] += terms[i];
    }

    /// <summary>Gives the eigenvalues, ascending.</summary>
    public double[] Eigenvalues(ComputeSession session)
    {
        using var matrix = Uploaded(session, isComplete: false);
        return session.SymmetricEigenvalues(matrix);
    }

    /// <summary>Takes the numbers out of the session that added them.</summary>
    public void BringBack()
    {
        if (growing is null) return;
        var square = ArrayPool<double>.Shared.Rent(Size * Size);
        try
        {
            grower!.Download(growing, square.AsSpan(0, Size * Size));
            lower = NewLower();
            for (var row = 0; row < Size; row++) square.AsSpan(row * Size, row + 1).CopyTo(lower.AsSpan((int)Start(row)));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(square);
        }

        growing.Dispose();
        (growing, grower) = (null, null);
    }

    private double[] NewLower() => new double[(long)Size * (Size + 1) / 2];

    private void Grow(ComputeSession session)
    {
        if (growing is not null) return;
        using var before = lower is null ? null : Uploaded(session, isComplete: true);
        (grower, growing) = (session, session.Accumulator(Size, Size));
        if (before is not null) session.SegmentSumAdd(before, [.. Enumerable.Range(0, Size)], growing);
        lower = null;
    }

    // Eigenvalues need no other half.
    private Matrix Uploaded(ComputeSession session, bool isComplete)
    {
        var square = ArrayPool<double>.Shared.Rent(Size * Size);
        try
        {
            var elements = Lower;
            for (var row = 0; row < Size; row++)
            {
                var line = square.AsSpan(row * Size, Size);
                elements.AsSpan((int)Start(row), row + 1).CopyTo(line);
                if (isComplete) for (var column = row + 1; column < Size; column++) line[column] = elements[Start(column) + row];
                else line[(row + 1)..].Clear();
            }

            return session.Upload(square.AsSpan(0, Size * Size), Size, Size);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(square);
        }
    }
}
