using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Compute;

/// <summary>A matrix stored as one row-major array of <see langword="float"/> or <see langword="double"/>.</summary>
internal sealed class CpuMatrix<T> : CpuMatrix
    where T : unmanaged, INumberBase<T>
{
    private T[] elements;

    /// <summary>Makes a matrix of zeros, or one that holds anything where whoever asks is going to write every element.</summary>
    public CpuMatrix(ComputeSession owner, int rows, int columns, bool isZero = true)
        : this(owner, rows, columns, Allocate(rows, columns, isZero))
    {
    }

    // The array comes first, so that a matrix that could not be allocated is never counted as live.
    private CpuMatrix(ComputeSession owner, int rows, int columns, T[] elements)
        : base(owner, rows, columns) => this.elements = elements;

    /// <summary>Gets the elements, row by row.</summary>
    public ReadOnlySpan<T> Elements => elements;

    public override void Read(int row, int firstColumn, Span<double> numbers) =>
        Numbers.Convert<T, double>(elements.AsSpan((row * Columns) + firstColumn, numbers.Length), numbers);

    public override void Read(int row, int firstColumn, Span<float> numbers) =>
        Numbers.Convert<T, float>(elements.AsSpan((row * Columns) + firstColumn, numbers.Length), numbers);

    public override void Write(int row, int firstColumn, ReadOnlySpan<double> numbers) =>
        Numbers.Convert(numbers, elements.AsSpan((row * Columns) + firstColumn, numbers.Length));

    public override bool IsSymmetric() => typeof(T) == typeof(float)
        ? Symmetry.IsIn(MemoryMarshal.Cast<T, int>(Elements), Rows)
        : Symmetry.IsIn(MemoryMarshal.Cast<T, long>(Elements), Rows);

    public override void CopyFrom(ReadOnlySpan<float> rowMajor) => Numbers.Convert<float, T>(rowMajor, elements);

    public override void CopyFrom(ReadOnlySpan<double> rowMajor) => Numbers.Convert<double, T>(rowMajor, elements);

    public override void CopyTo(Span<float> rowMajor) => Numbers.Convert<T, float>(elements, rowMajor);

    public override void CopyTo(Span<double> rowMajor) => Numbers.Convert<T, double>(elements, rowMajor);

    protected override void Free() => elements = [];

    private static T[] Allocate(int rows, int columns, bool isZero)
    {
        var length = (long)rows * columns;
        if (length > Array.MaxLength)
            throw new ArgumentException($"a matrix of {rows} x {columns} has {length} elements; on the processor it can have {Array.MaxLength}: use smaller blocks.");
        return isZero ? new T[length] : GC.AllocateUninitializedArray<T>((int)length);
    }
}
