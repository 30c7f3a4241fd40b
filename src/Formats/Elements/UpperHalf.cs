using System.Numerics;

namespace Infoscope.Formats;

/// <summary>The upper half of a number of 32 bits (bfloat16).</summary>
internal sealed class UpperHalf : IPairMeaning
{
    private UpperHalf()
    {
    }

    /// <inheritdoc/>
    public static float Of(ushort bits) => BitConverter.UInt32BitsToSingle((uint)bits << 16);

    /// <inheritdoc/>
    public static Vector<float> Of(Vector<uint> bits) => Vector.AsVectorSingle(bits << 16);
}
