using System.Globalization;
using System.Text;

namespace Infoscope.Plugins.Spectrum.Features;

/// <summary>The form of a saved state: its first bytes, which say of what it is a state, and numbers that are checked as they are read.</summary>
internal static class FeatureState
{
    /// <summary>Describes what two states must share so that their sums may be added; the number of rows is not part of it, nor the seed, since nothing is drawn.</summary>
    public static string IdentityOf(EstimationContext context, CodeKind codes) =>
        string.Create(CultureInfo.InvariantCulture, $"{context.Shape.Features} features, {OptionValues.KebabCase(codes.ToString())} codes");

    /// <summary>Gives the bytes that a state begins with.</summary>
    public static byte[] Header(string identity) => Encoding.UTF8.GetBytes($"infoscope effective-features 1\n{identity}\n");

    /// <summary>Reads a number of things.</summary>
    /// <exception cref="InvalidDataException">It is outside 0 .. <paramref name="largest"/>.</exception>
    public static long ReadCount(BinaryReader from, long largest) => from.ReadInt64() is >= 0 and var count && count <= largest ? count : throw Refusal("a count is out of its range");

    /// <summary>Makes the exception for a stream that holds no usable state.</summary>
    public static InvalidDataException Refusal(string reason) =>
        new($"the stream holds no state of this effective-features estimation: {reason}; restore a state that was saved with the same options and number of features.");
}
