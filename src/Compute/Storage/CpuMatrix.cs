using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Compute;

/// <summary>A matrix in managed memory, read and written in double by stretches of a row, whatever it is stored in.</summary>
internal abstract class CpuMatrix(ComputeSession owner, int rows, int columns) : Matrix(owner, rows, columns)
{
    /// <summary>Gets or sets the same numbers in the order of some operation that is run again and again; null as soon as they change.</summary>
    public object? Packing { get; set; }

    /// <summary>Reads the elements of a row from a column on.</summary>
    public abstract void Read(int row, int firstColumn, Span<double> numbers);

    /// <summary>Reads the elements of a row from a column on, rounding to single where they are stored in double.</summary>
    public abstract void Read(int row, int firstColumn, Span<float> numbers);

    /// <summary>Stores the elements of a row from a column on, rounding once.</summary>
    public abstract void Write(int row, int firstColumn, ReadOnlySpan<double> numbers);

    /// <summary>Gets whether the matrix is symmetric for certain, and holds each element and its mirror image once: then nothing left of the diagonal may be written.</summary>
    public virtual bool HoldsOneHalf => false;

    /// <summary>Says whether each element of a square matrix has the bits of its mirror image.</summary>
    public abstract bool IsSymmetric();

    /// <summary>Makes room for what an operation is about to write: if not all of it is symmetric, both halves. To be called before several threads write.</summary>
    public virtual void Prepare(bool isSymmetric)
    {
    }

    public abstract void CopyFrom(ReadOnlySpan<float> rowMajor);

    public abstract void CopyFrom(ReadOnlySpan<double> rowMajor);

    /// <summary>Copies a matrix of the same shape.</summary>
    public void CopyFrom(CpuMatrix other)
    {
        var numbers = new double[Columns];
        for (var row = 0; row < Rows; row++)
        {
            other.Read(row, 0, numbers.AsSpan());
            Write(row, 0, numbers);
        }
    }

    public abstract void CopyTo(Span<float> rowMajor);

    public abstract void CopyTo(Span<double> rowMajor);

    /// <summary>Reads the elements of a row from a column on in the type of the span.</summary>
    public void Read<T>(int row, int firstColumn, Span<T> numbers)
        where T : unmanaged, INumberBase<T>
    {
        if (typeof(T) == typeof(float)) Read(row, firstColumn, MemoryMarshal.Cast<T, float>(numbers));
        else Read(row, firstColumn, MemoryMarshal.Cast<T, double>(numbers));
    }
}
