using System.Runtime.InteropServices;

namespace Infoscope.Compute;

/// <summary>A square matrix of sums in double, which holds nothing before the first of them and one half while all of them are symmetric.</summary>
internal sealed class CpuAccumulator : CpuMatrix
{
    // A block and its mirror image stay in the cache.
    private const int BlockSize = 32;

    // The elements from the diagonal on, row after row; null before the first sum and as soon as both halves are there.
    private double[]? half;
    private double[]? whole;

    public CpuAccumulator(ComputeSession owner, int size)
        : base(owner, Checked(size), size)
    {
    }

    public override bool HoldsOneHalf => whole is null;

    public override bool IsSymmetric() => whole is null || Symmetry.IsIn(MemoryMarshal.Cast<double, long>(whole.AsSpan()), Rows);

    public override void Prepare(bool isSymmetric)
    {
        if (whole is not null) return;
        if (isSymmetric)
        {
            half ??= new double[(long)Rows * (Rows + 1) / 2];
            return;
        }

        var both = new double[Rows * Columns];
        CopyTo(both.AsSpan());
        (whole, half) = (both, null);
    }

    public override void Read(int row, int firstColumn, Span<double> numbers)
    {
        if (whole is not null)
        {
            whole.AsSpan((row * Columns) + firstColumn, numbers.Length).CopyTo(numbers);
            return;
        }

        if (half is null)
        {
            numbers.Clear();
            return;
        }

        var mirrored = Math.Clamp(row - firstColumn, 0, numbers.Length);
        for (var i = 0; i < mirrored; i++) numbers[i] = half[Place(firstColumn + i, row)];
        if (mirrored < numbers.Length) half.AsSpan(Place(row, firstColumn + mirrored), numbers.Length - mirrored).CopyTo(numbers[mirrored..]);
    }

    public override void Read(int row, int firstColumn, Span<float> numbers)
    {
        var doubles = new double[numbers.Length];
        Read(row, firstColumn, doubles.AsSpan());
        Numbers.Convert<double, float>(doubles, numbers);
    }

    public override void Write(int row, int firstColumn, ReadOnlySpan<double> numbers)
    {
        Packing = null;
        if (whole is null && (half is null || firstColumn < row)) throw new InvalidOperationException("an operation writes into an accumulator for which it has not prepared it.");
        numbers.CopyTo(whole is not null ? whole.AsSpan((row * Columns) + firstColumn) : half.AsSpan(Place(row, firstColumn)));
    }

    public override void CopyFrom(ReadOnlySpan<float> rowMajor)
    {
        Prepare(isSymmetric: false);
        Packing = null;
        Numbers.Convert<float, double>(rowMajor, whole);
    }

    public override void CopyFrom(ReadOnlySpan<double> rowMajor)
    {
        Prepare(isSymmetric: false);
        Packing = null;
        rowMajor.CopyTo(whole);
    }

    public override void CopyTo(Span<float> rowMajor)
    {
        for (var row = 0; row < Rows; row++) Read(row, 0, rowMajor.Slice(row * Columns, Columns));
    }

    public override void CopyTo(Span<double> rowMajor)
    {
        if (half is null)
        {
            if (whole is null) rowMajor.Clear();
            else whole.CopyTo(rowMajor);
            return;
        }

        for (var row = 0; row < Rows; row++) half.AsSpan(Place(row, row), Columns - row).CopyTo(rowMajor[((row * Columns) + row)..]);
        for (var first = 0; first < Rows; first += BlockSize)
        {
            for (var row = first; row < Rows; row++)
            {
                var end = Math.Min(first + BlockSize, row);
                for (var column = first; column < end; column++) rowMajor[(row * Columns) + column] = rowMajor[(column * Columns) + row];
            }
        }
    }

    protected override void Free() => (half, whole, Packing) = (null, null, null);

    // Before the matrix is counted as live.
    private static int Checked(int size) => (long)size * size <= Array.MaxLength
        ? size
        : throw new ArgumentException($"a matrix of {size} x {size} has {(long)size * size} elements; on the processor it can have {Array.MaxLength}: use smaller blocks.");

    private int Place(int row, int column) => (int)(((long)row * ((2L * Columns) - row - 1) / 2) + column);
}
