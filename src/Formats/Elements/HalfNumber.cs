using System.Numerics;

namespace Infoscope.Formats;

/// <summary>An IEEE 754 number of 16 bits.</summary>
internal sealed class HalfNumber : IPairMeaning
{
    private const int SignBit = 0x8000;
    private const int FractionBits = 13;
    private const uint Infinity = 0x7F800000;

    // The exponent of a half is counted from 15, and that of a single from 127.
    private const float Rebased = 5.192296858534828e33f;

    private HalfNumber()
    {
    }

    /// <inheritdoc/>
    public static float Of(ushort bits) => (float)BitConverter.UInt16BitsToHalf(bits);

    /// <inheritdoc/>
    public static Vector<float> Of(Vector<uint> bits)
    {
        // Exponent and fraction, moved to where a single has them, are the number less the difference of the bases: a product of it with a power of two is exact, also of a
        // subnormal. What is infinite or no number has all bits of its exponent set.
        var sign = (bits & new Vector<uint>(SignBit)) << 16;
        var magnitude = (bits & new Vector<uint>(SignBit - 1)) << FractionBits;
        var rebased = Vector.AsVectorUInt32(Vector.AsVectorSingle(magnitude) * new Vector<float>(Rebased));
        var notFinite = Vector.GreaterThanOrEqual(magnitude, new Vector<uint>(0x7C00u << FractionBits));
        return Vector.AsVectorSingle(sign | rebased | (notFinite & new Vector<uint>(Infinity)));
    }
}
