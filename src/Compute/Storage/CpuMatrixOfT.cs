using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Compute;

/// <summary>A matrix stored as one row-major array of <see langword="float"/> or <see langword="double"/>.</summary>
internal sealed class CpuMatrix<T> : CpuMatrix
    where T : unmanaged, INumberBase<T>
{
    // New arrays of this size would each be memory that the system has to clear; larger ones would waste too much of what the pool rounds up.
    private const int FewestPooled = 1 << 13, MostPooled = 1 << 20;

    private T[] elements;
    private readonly bool pooled;

    /// <summary>Makes a matrix of zeros, or one that holds anything where whoever asks is going to write every element.</summary>
    public CpuMatrix(ComputeSession owner, int rows, int columns, bool isZero = true)
        : this(owner, rows, columns, Allocate(rows, columns, isZero), IsPooled((long)rows * columns, isZero))
    {
    }

    // The array comes first, so that a matrix that could not be allocated is never counted as live.
    private CpuMatrix(ComputeSession owner, int rows, int columns, T[] elements, bool pooled)
        : base(owner, rows, columns) => (this.elements, this.pooled) = (elements, pooled);

    /// <summary>Gets the elements, row by row.</summary>
    public ReadOnlySpan<T> Elements => All;

    private Span<T> All => elements.AsSpan(0, Rows * Columns);

    public override void Read(int row, int firstColumn, Span<double> numbers) =>
        Numbers.Convert<T, double>(elements.AsSpan((row * Columns) + firstColumn, numbers.Length), numbers);

    public override void Read(int row, int firstColumn, Span<float> numbers) =>
        Numbers.Convert<T, float>(elements.AsSpan((row * Columns) + firstColumn, numbers.Length), numbers);

    public override void Write(int row, int firstColumn, ReadOnlySpan<double> numbers)
    {
        Packing = null;
        Numbers.Convert(numbers, elements.AsSpan((row * Columns) + firstColumn, numbers.Length));
    }

    public override bool IsSymmetric() => typeof(T) == typeof(float)
        ? Symmetry.IsIn(MemoryMarshal.Cast<T, int>(Elements), Rows)
        : Symmetry.IsIn(MemoryMarshal.Cast<T, long>(Elements), Rows);

    public override void CopyFrom(ReadOnlySpan<float> rowMajor)
    {
        Packing = null;
        Numbers.Convert<float, T>(rowMajor, All);
    }

    public override void CopyFrom(ReadOnlySpan<double> rowMajor)
    {
        Packing = null;
        Numbers.Convert<double, T>(rowMajor, All);
    }

    public override void CopyTo(Span<float> rowMajor) => Numbers.Convert<T, float>(All, rowMajor);

    public override void CopyTo(Span<double> rowMajor) => Numbers.Convert<T, double>(All, rowMajor);

    protected override void Free()
    {
        if (pooled) ArrayPool<T>.Shared.Return(elements);
        (elements, Packing) = ([], null);
    }

    private static bool IsPooled(long length, bool isZero) => !isZero && length is >= FewestPooled and <= MostPooled;

    private static T[] Allocate(int rows, int columns, bool isZero)
    {
        var length = (long)rows * columns;
        if (length > Array.MaxLength)
            throw new ArgumentException($"a matrix of {rows} x {columns} has {length} elements; on the processor it can have {Array.MaxLength}: use smaller blocks.");
        if (IsPooled(length, isZero)) return ArrayPool<T>.Shared.Rent((int)length);
        return isZero ? new T[length] : GC.AllocateUninitializedArray<T>((int)length);
    }
}
