using System.Numerics;

namespace Infoscope.Formats;

/// <summary>What number 16 bits stand for.</summary>
internal interface IPairMeaning
{
    /// <summary>Gives the number.</summary>
    static abstract float Of(ushort bits);

    /// <summary>Gives the numbers of the lower 16 bits; the upper are 0.</summary>
    static abstract Vector<float> Of(Vector<uint> bits);
}
