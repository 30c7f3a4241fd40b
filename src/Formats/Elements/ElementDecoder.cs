using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Formats;

/// <summary>Turns stored bytes into numbers.</summary>
internal static class ElementDecoder
{
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
        switch (type)
        {
            case ElementType.Boolean:
                for (var i = 0; i < values.Length; i++) values[i] = bytes[i] == 0 ? T.Zero : T.One;
                break;
            case ElementType.BFloat16:
                var halves = MemoryMarshal.Cast<byte, ushort>(bytes);
                for (var i = 0; i < values.Length; i++) values[i] = T.CreateTruncating(BitConverter.UInt32BitsToSingle((uint)halves[i] << 16));
                break;
            case ElementType.Int8: Convert<sbyte, T>(bytes, values); break;
            case ElementType.Int16: Convert<short, T>(bytes, values); break;
            case ElementType.Int32: Convert<int, T>(bytes, values); break;
            case ElementType.Int64: Convert<long, T>(bytes, values); break;
            case ElementType.UInt8: Convert<byte, T>(bytes, values); break;
            case ElementType.UInt16: Convert<ushort, T>(bytes, values); break;
            case ElementType.UInt32: Convert<uint, T>(bytes, values); break;
            case ElementType.UInt64: Convert<ulong, T>(bytes, values); break;
            case ElementType.Float16: Convert<Half, T>(bytes, values); break;
            case ElementType.Float32: Convert<float, T>(bytes, values); break;
            case ElementType.Float64: Convert<double, T>(bytes, values); break;
            default: throw new ArgumentOutOfRangeException(nameof(type), type, "Texts are no numbers.");
        }
    }

    private static void Convert<TStored, T>(ReadOnlySpan<byte> bytes, Span<T> values)
        where TStored : unmanaged, INumberBase<TStored>
        where T : unmanaged, INumberBase<T>
    {
        var stored = MemoryMarshal.Cast<byte, TStored>(bytes);
        for (var i = 0; i < values.Length; i++) values[i] = T.CreateTruncating(stored[i]);
    }
}
