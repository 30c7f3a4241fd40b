using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Formats;

/// <summary>One array of an open file, read in blocks of any size.</summary>
/// <remarks>
/// Elements are counted in row-major (C) order whatever the order in the file, in 64 bits; a read fetches what it asks for and holds a third of a mebibyte besides.
/// Any number of threads may read one array or several of a file at the same time, until the file is disposed. A deflated array is inflated from where the last
/// read ended, so reading on is cheap; going back starts over, and threads that read the same deflated array wait for each other and should not alternate.
/// An array in Fortran order is read column by column; blocks of whole rows, as many as memory allows, are fastest. A deflated array in Fortran order is inflated
/// once to a temporary file, which is deleted when the file is disposed.
/// </remarks>
public sealed class StoredArray
{
    private const int BufferBytes = 1 << 16;

    // So much is taken on the word of a header alone.
    private const long UnprovenBytes = 1 << 22;

    private readonly ByteSource source;
    private readonly long start;
    private readonly ArrayLayout layout;

    internal StoredArray(ByteSource source, long start, ArrayLayout layout, string key)
    {
        this.source = source;
        this.start = start;
        this.layout = layout;
        Key = key;
    }

    /// <summary>Gets the path, or the path, a colon and the key, for messages.</summary>
    public string Name => source.Name;

    /// <summary>Gets the name of the array in its file; empty for the one array of a .npy file.</summary>
    public string Key { get; }

    /// <summary>Gets the length of each axis; none for a single number.</summary>
    public IReadOnlyList<long> Shape => layout.Shape;

    /// <summary>Gets what an element is.</summary>
    public ElementType ElementType => layout.ElementType;

    /// <summary>Gets the number of elements; 0 when an axis is 0.</summary>
    public long Length => layout.Length;

    /// <summary>Gets whether the file holds the array in Fortran order, the first axis running fastest.</summary>
    public bool IsFortranOrder => layout.FortranOrder;

    /// <summary>Reads elements in single precision.</summary>
    /// <remarks>float16 and bfloat16 widen exactly. float64, and integers beyond 2^24, are rounded to the nearest, ties to even, as numpy's astype does; a float64
    /// beyond the range of float32 becomes an infinity.</remarks>
    /// <param name="first">The first element, in row-major order.</param>
    /// <param name="elements">Where they go; its length is how many are read.</param>
    /// <exception cref="ArgumentOutOfRangeException">The elements are not all in the array.</exception>
    /// <exception cref="ArrayFileException">The elements are texts, or the file is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void Read(long first, Span<float> elements) => ReadNumbers(first, elements);

    /// <summary>Reads elements in double precision.</summary>
    /// <remarks>Floating-point numbers widen exactly. Integers beyond 2^53 are rounded to the nearest, ties to even.</remarks>
    /// <inheritdoc cref="Read(long, Span{float})" path="/param"/>
    /// <inheritdoc cref="Read(long, Span{float})" path="/exception"/>
    public void Read(long first, Span<double> elements) => ReadNumbers(first, elements);

    /// <summary>Reads integers and booleans, exactly.</summary>
    /// <inheritdoc cref="Read(long, Span{float})" path="/param"/>
    /// <exception cref="ArgumentOutOfRangeException">The elements are not all in the array.</exception>
    /// <exception cref="ArrayFileException">The elements are no integers, a uint64 is above 2^63 - 1, or the file is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void Read(long first, Span<long> elements)
    {
        if (!ElementType.IsInteger())
            throw new ArrayFileException($"{Name} holds {ElementType.Word()}; whole numbers are needed here: save it as x.astype(\"int64\") if its values are whole.");
        ReadNumbers(first, elements);
        if (ElementType != ElementType.UInt64) return;
        var tooLarge = elements.IndexOfAnyInRange(long.MinValue, -1);
        if (tooLarge >= 0)
            throw new ArrayFileException($"{Name} holds {(ulong)elements[tooLarge]} as element {first + tooLarge}; whole numbers up to {long.MaxValue} can be used, so save it as int64.");
    }

    /// <summary>Reads texts, without the zeros that fill each up.</summary>
    /// <inheritdoc cref="Read(long, Span{float})" path="/param"/>
    /// <exception cref="ArgumentOutOfRangeException">The elements are not all in the array.</exception>
    /// <exception cref="ArrayFileException">The elements are numbers, not Unicode, or the file is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void Read(long first, Span<string> elements)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, Length - elements.Length);
        if (layout.ByteLength > UnprovenBytes) source.Prove();
        TextArrays.Read(this, layout, ReadStoredBytes, first, elements);
    }

    /// <summary>Reads a whole array of texts, in row-major order, without the zeros that fill each up.</summary>
    /// <exception cref="ArrayFileException">The elements are numbers, too many for a list, not Unicode, or the file is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public IReadOnlyList<string> ReadTexts() => TextArrays.Read(this, layout, ReadStoredBytes);

    /// <summary>Reads a whole array of numbers into the contract's array: whole numbers for integers and booleans, real numbers for the rest.</summary>
    /// <exception cref="ArrayFileException">The elements are texts, there are more than 2,147,483,591 of them, a uint64 is above 2^63 - 1, or the file is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public NumericArray ToNumericArray()
    {
        RefuseTexts();
        ProveBeforeHolding();
        if (ElementType.IsInteger())
        {
            var integers = new long[Length];
            Read(0, integers);
            return new NumericArray(Name, Shape, integers);
        }

        var reals = new double[Length];
        Read(0, reals);
        return new NumericArray(Name, Shape, reals);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {ElementType.Word()} {ArrayShape.Text(Shape)}";

    /// <summary>Gives the same array out of another copy of its bytes.</summary>
    internal StoredArray From(ByteSource copy) => new(copy, start, layout, Key);

    /// <summary>Refuses what no list can hold, and what is not there; to be called before memory is taken that only the header asks for.</summary>
    /// <exception cref="ArrayFileException">There are more than 2,147,483,591 elements, or the file is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The file was disposed.</exception>
    public void ProveBeforeHolding()
    {
        if (Length > Array.MaxLength)
            throw new ArrayFileException($"{Name} has the shape {ArrayShape.Text(Shape)}, {Length} elements; at most {Array.MaxLength} can be held at once here, so save a part of it.");
        if (Math.Max(layout.ByteLength, Length * sizeof(long)) > UnprovenBytes) source.Prove();
    }

    private void RefuseTexts()
    {
        if (ElementType.IsText()) throw new ArrayFileException($"{Name} holds {ElementType.Word()}; numbers are needed here: use it for labels, or save it as numbers.");
    }

    private void ReadNumbers<T>(long first, Span<T> elements)
        where T : unmanaged, INumberBase<T>
    {
        RefuseTexts();
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, Length - elements.Length);
        if (elements.IsEmpty) return;
        if (layout.FortranOrder) new FortranReader<T>(layout, (from, into, at, count) => ReadStored(from, into.AsSpan(at, count))).Read(first, elements);
        else ReadStored(first, elements);
    }

    private void ReadStored<T>(long first, Span<T> elements)
        where T : unmanaged, INumberBase<T>
    {
        if (ElementDecoder.IsStoredAs<T>(ElementType))
        {
            var bytes = MemoryMarshal.AsBytes(elements);
            ReadStoredBytes(first, bytes);
            ElementDecoder.ToMachineOrder(bytes, layout.ItemBytes, layout.BigEndian);
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            var most = BufferBytes / layout.ItemBytes;
            while (!elements.IsEmpty)
            {
                var count = Math.Min(most, elements.Length);
                var bytes = buffer.AsSpan(0, count * layout.ItemBytes);
                ReadStoredBytes(first, bytes);
                ElementDecoder.ToMachineOrder(bytes, layout.ItemBytes, layout.BigEndian);
                ElementDecoder.Convert(ElementType, bytes, elements[..count]);
                elements = elements[count..];
                first += count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void ReadStoredBytes(long first, Span<byte> bytes) => source.Read(start + (first * layout.ItemBytes), bytes);
}
