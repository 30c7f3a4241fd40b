using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Infoscope;

/// <summary>A small array of numbers read from a file by the host, for an option or a label source.</summary>
/// <remarks>Row-major whatever the order in the file. Immutable and safe for any number of threads.</remarks>
public sealed class NumericArray
{
    private readonly long[]? integers;
    private readonly double[]? reals;

    /// <summary>Wraps whole numbers, without copying them: the caller no longer writes to the array.</summary>
    /// <exception cref="ActivationShapeException">The shape does not hold that many elements.</exception>
    public NumericArray(string source, IReadOnlyList<long> shape, long[] integers)
        : this(source, shape, LengthOf(integers)) => this.integers = integers;

    /// <summary>Wraps real numbers, without copying them: the caller no longer writes to the array.</summary>
    /// <exception cref="ActivationShapeException">The shape does not hold that many elements.</exception>
    public NumericArray(string source, IReadOnlyList<long> shape, double[] reals)
        : this(source, shape, LengthOf(reals)) => this.reals = reals;

    private NumericArray(string source, IReadOnlyList<long> shape, long elements)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(shape);
        Source = source;
        Shape = [.. shape];
        if (!ArrayShape.Holds(Shape, elements))
            throw new ActivationShapeException($"{source} holds {elements} elements, which do not fit its shape ({string.Join(", ", Shape)}); the product of the axes must be the number of elements.");
        Length = elements;
    }

    /// <summary>Gets where the array came from, as the user named it.</summary>
    public string Source { get; }

    /// <summary>Gets the length of each axis.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>Gets the number of elements.</summary>
    public long Length { get; }

    /// <summary>Gets whether the elements were stored as whole numbers or booleans.</summary>
    public bool IsInteger => integers is not null;

    /// <summary>Gets the elements as whole numbers.</summary>
    /// <exception cref="OptionException">The elements were stored as real numbers.</exception>
    public ReadOnlySpan<long> Integers => integers ?? throw new OptionException($"{Source} holds real numbers; whole numbers are needed here.");

    /// <summary>Gives the elements as real numbers, a copy.</summary>
    public double[] ToReals() => reals is not null ? [.. reals] : Array.ConvertAll(integers!, value => (double)value);

    /// <summary>Gives the first 16 hexadecimal digits of the SHA-256 of the elements, little-endian, and so of the content apart from its file.</summary>
    public string ContentHash()
    {
        var bytes = integers is not null ? MemoryMarshal.AsBytes(integers.AsSpan()) : MemoryMarshal.AsBytes(reals.AsSpan());
        return Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
    }

    private static long LengthOf<T>(T[] elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        return elements.LongLength;
    }
}
