using System.Numerics;

namespace Infoscope.Formats;

/// <summary>An unsigned integer.</summary>
internal sealed class WholeNumber : IPairMeaning
{
    private WholeNumber()
    {
    }

    /// <inheritdoc/>
    public static float Of(ushort bits) => bits;

    /// <inheritdoc/>
    public static Vector<float> Of(Vector<uint> bits) => Vector.ConvertToSingle(Vector.AsVectorInt32(bits));
}
