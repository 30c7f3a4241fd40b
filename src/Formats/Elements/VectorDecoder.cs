using System.Numerics;
using System.Runtime.InteropServices;

namespace Infoscope.Formats;

/// <summary>Turns stored elements of at most 16 bits into single precision, which holds them all, many at a time.</summary>
internal static class VectorDecoder
{
    /// <summary>Tells whether it converts elements of a type.</summary>
    public static bool Converts(ElementType type) =>
        type is ElementType.Boolean or ElementType.Int8 or ElementType.UInt8 or ElementType.Int16 or ElementType.UInt16 or ElementType.Float16 or ElementType.BFloat16;

    /// <summary>Converts elements in machine order, exactly.</summary>
    public static void Convert(ElementType type, ReadOnlySpan<byte> bytes, Span<float> values)
    {
        switch (type)
        {
            case ElementType.Boolean: FromBytes(bytes, values, 1); break;
            case ElementType.UInt8: FromBytes(bytes, values, byte.MaxValue); break;
            case ElementType.Int8: FromSignedBytes(MemoryMarshal.Cast<byte, sbyte>(bytes), values); break;
            case ElementType.Int16: FromSignedPairs(MemoryMarshal.Cast<byte, short>(bytes), values); break;
            case ElementType.UInt16: FromPairs<WholeNumber>(MemoryMarshal.Cast<byte, ushort>(bytes), values); break;
            case ElementType.Float16: FromPairs<HalfNumber>(MemoryMarshal.Cast<byte, ushort>(bytes), values); break;
            case ElementType.BFloat16: FromPairs<UpperHalf>(MemoryMarshal.Cast<byte, ushort>(bytes), values); break;
            default: throw new ArgumentOutOfRangeException(nameof(type), type, "It has more than 16 bits.");
        }
    }

    private static void FromBytes(ReadOnlySpan<byte> stored, Span<float> values, byte most)
    {
        var i = 0;
        for (; i <= stored.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(Vector.Min(new Vector<byte>(stored[i..]), new Vector<byte>(most)), out var low, out var high);
            Write<WholeNumber>(low, values[i..]);
            Write<WholeNumber>(high, values[(i + Vector<ushort>.Count)..]);
        }

        for (; i < stored.Length; i++) values[i] = Math.Min(stored[i], most);
    }

    private static void FromSignedBytes(ReadOnlySpan<sbyte> stored, Span<float> values)
    {
        var i = 0;
        for (; i <= stored.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(stored[i..]), out var low, out var high);
            Write(low, values[i..]);
            Write(high, values[(i + Vector<short>.Count)..]);
        }

        for (; i < stored.Length; i++) values[i] = stored[i];
    }

    private static void FromSignedPairs(ReadOnlySpan<short> stored, Span<float> values)
    {
        var i = 0;
        for (; i <= stored.Length - Vector<short>.Count; i += Vector<short>.Count) Write(new Vector<short>(stored[i..]), values[i..]);
        for (; i < stored.Length; i++) values[i] = stored[i];
    }

    private static void FromPairs<TMeaning>(ReadOnlySpan<ushort> stored, Span<float> values)
        where TMeaning : IPairMeaning
    {
        var i = 0;
        for (; i <= stored.Length - Vector<ushort>.Count; i += Vector<ushort>.Count) Write<TMeaning>(new Vector<ushort>(stored[i..]), values[i..]);
        for (; i < stored.Length; i++) values[i] = TMeaning.Of(stored[i]);
    }

    private static void Write(Vector<short> stored, Span<float> values)
    {
        Vector.Widen(stored, out var low, out var high);
        Vector.ConvertToSingle(low).CopyTo(values);
        Vector.ConvertToSingle(high).CopyTo(values[Vector<float>.Count..]);
    }

    private static void Write<TMeaning>(Vector<ushort> stored, Span<float> values)
        where TMeaning : IPairMeaning
    {
        Vector.Widen(stored, out var low, out var high);
        TMeaning.Of(low).CopyTo(values);
        TMeaning.Of(high).CopyTo(values[Vector<float>.Count..]);
    }
}
