using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Formats;

/// <summary>Turns stored bytes into numbers.</summary>
internal static class ElementDecoder
{
    private const int PieceLength = 512;

    /// <summary>Tells whether elements of the type lie in memory as <typeparamref name="T"/> does, apart from byte order.</summary>
    public static bool IsStoredAs<T>(ElementType type) =>
        (typeof(T) == typeof(float) && type == ElementType.Float32)
        || (typeof(T) == typeof(double) && type == ElementType.Float64)
        || (typeof(T) == typeof(long) && type is ElementType.Int64 or ElementType.UInt64);

    /// <summary>Reverses the bytes of each element when their order is not this machine's.</summary>
    public static void ToMachineOrder(Span<byte> bytes, int itemBytes, bool bigEndian)
    {
        if (bigEndian != BitConverter.IsLittleEndian) return;
        switch (itemBytes)
        {
            case 2:
                var pairs = MemoryMarshal.Cast<byte, ushort>(bytes);
                BinaryPrimitives.ReverseEndianness(pairs, pairs);
                break;
            case 4:
                var quads = MemoryMarshal.Cast<byte, uint>(bytes);
                BinaryPrimitives.ReverseEndianness(quads, quads);
                break;
            case 8:
                var octets = MemoryMarshal.Cast<byte, ulong>(bytes);
                BinaryPrimitives.ReverseEndianness(octets, octets);
                break;
        }
    }

    /// <summary>Converts elements in machine order; widening is exact, narrowing rounds to nearest even.</summary>
    public static void Convert<T>(ElementType type, ReadOnlySpan<byte> bytes, Span<T> values)
        where T : unmanaged, INumberBase<T>
    {
        if (VectorDecoder.Converts(type) && (typeof(T) == typeof(float) || typeof(T) == typeof(double)))
        {
            ConvertSmall(type, bytes, values);
            return;
        }

        switch (type)
        {
            case ElementType.Boolean:
                for (var i = 0; i < values.Length; i++) values[i] = bytes[i] == 0 ? T.Zero : T.One;
                break;
            case ElementType.Int8: Convert<sbyte, T>(bytes, values); break;
            case ElementType.Int16: Convert<short, T>(bytes, values); break;
            case ElementType.Int32: Convert<int, T>(bytes, values); break;
            case ElementType.Int64: Convert<long, T>(bytes, values); break;
            case ElementType.UInt8: Convert<byte, T>(bytes, values); break;
            case ElementType.UInt16: Convert<ushort, T>(bytes, values); break;
            case ElementType.UInt32: Convert<uint, T>(bytes, values); break;
            case ElementType.UInt64: Convert<ulong, T>(bytes, values); break;
            case ElementType.Float32: Convert<float, T>(bytes, values); break;
            case ElementType.Float64: Convert<double, T>(bytes, values); break;
            default: throw new ArgumentOutOfRangeException(nameof(type), type, "Texts are no numbers.");
        }
    }

    private static void ConvertSmall<T>(ElementType type, ReadOnlySpan<byte> bytes, Span<T> values)
        where T : unmanaged, INumberBase<T>
    {
        if (typeof(T) == typeof(float))
        {
            VectorDecoder.Convert(type, bytes, MemoryMarshal.Cast<T, float>(values));
            return;
        }

        Span<float> piece = stackalloc float[PieceLength];
        var itemBytes = type.Bytes();
        var wide = MemoryMarshal.Cast<T, double>(values);
        while (!wide.IsEmpty)
        {
            var some = piece[..Math.Min(PieceLength, wide.Length)];
            VectorDecoder.Convert(type, bytes[..(some.Length * itemBytes)], some);
            ToDouble(some, wide);
            bytes = bytes[(some.Length * itemBytes)..];
            wide = wide[some.Length..];
        }
    }

    private static void ToDouble(ReadOnlySpan<float> from, Span<double> to)
    {
        var i = 0;
        for (; i <= from.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(from[i..]), out var low, out var high);
            low.CopyTo(to[i..]);
            high.CopyTo(to[(i + Vector<double>.Count)..]);
        }

        for (; i < from.Length; i++) to[i] = from[i];
    }

    private static void ToSingle(ReadOnlySpan<double> from, Span<float> to)
    {
        var i = 0;
        for (; i <= from.Length - Vector<float>.Count; i += Vector<float>.Count)
            Vector.Narrow(new Vector<double>(from[i..]), new Vector<double>(from[(i + Vector<double>.Count)..])).CopyTo(to[i..]);
        for (; i < from.Length; i++) to[i] = (float)from[i];
    }

    private static void Convert<TStored, T>(ReadOnlySpan<byte> bytes, Span<T> values)
        where TStored : unmanaged, INumberBase<TStored>
        where T : unmanaged, INumberBase<T>
    {
        var stored = MemoryMarshal.Cast<byte, TStored>(bytes);
        if (typeof(TStored) == typeof(float) && typeof(T) == typeof(double))
        {
            ToDouble(MemoryMarshal.Cast<byte, float>(bytes), MemoryMarshal.Cast<T, double>(values));
            return;
        }

        if (typeof(TStored) == typeof(double) && typeof(T) == typeof(float))
        {
            ToSingle(MemoryMarshal.Cast<byte, double>(bytes), MemoryMarshal.Cast<T, float>(values));
            return;
        }

        for (var i = 0; i < values.Length; i++) values[i] = T.CreateTruncating(stored[i]);
    }
}
