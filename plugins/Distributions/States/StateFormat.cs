using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Infoscope.Plugins.Distributions.States;

/// <summary>The little-endian numbers of a saved state, checked as they are read, and what two states must share.</summary>
internal static class StateFormat
{
    /// <summary>How far a sum may be from what it should be, relative to it; sums of 2^20 terms round by less.</summary>
    public const double Rounding = 1e-9;

    private const string Magic = "infoscope row-entropy 1\n";

    // Above it a double does not count.
    private const long MostRows = 1L << 53;

    /// <summary>Describes what two states must share so that their sums may be added, but for the label sets.</summary>
    public static string IdentityOf(EstimationContext context, RowEntropyOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"{context.Shape.Features} features, source {options.Source}, normalize {options.Normalize}, tolerance {options.Tolerance:R}");

    /// <summary>Describes a label set.</summary>
    public static string IdentityOf(LabelSetInfo labelSet) => labelSet.IsNull
        ? $"label set '{labelSet.Name}' of {labelSet.Count} labels, null {labelSet.NullIndex} of '{labelSet.NullOf}'"
        : $"label set '{labelSet.Name}' of {labelSet.Count} labels";

    /// <summary>Gives the bytes that a saved state begins with.</summary>
    public static byte[] Header(string identity, IEnumerable<LabelSetInfo> labelSets) =>
        Encoding.UTF8.GetBytes(Magic + string.Join('\n', [identity, .. labelSets.Select(OfSaved), ""]));

    /// <summary>Reads a sum of shares, entropies or squares.</summary>
    /// <exception cref="InvalidDataException">It is outside 0 .. <paramref name="largest"/>, but for rounding.</exception>
    public static double ReadSum(BinaryReader from, double largest)
    {
        var sum = from.ReadDouble();
        return sum >= 0 && sum <= largest * (1 + Rounding) ? sum : throw Refusal($"a sum is {sum}");
    }

    /// <summary>Reads a number of rows.</summary>
    /// <exception cref="InvalidDataException">It is outside 0 .. 2^53.</exception>
    public static long ReadCount(BinaryReader from) => Check(from.ReadInt64(), MostRows);

    /// <summary>Reads a 32-bit number of things.</summary>
    /// <exception cref="InvalidDataException">It is outside 0 .. <paramref name="largest"/>.</exception>
    public static int ReadCount(BinaryReader from, int largest) => (int)Check(from.ReadInt32(), largest);

    /// <summary>Makes the exception for a stream that holds no usable state.</summary>
    public static InvalidDataException Refusal(string reason) =>
        new($"the stream holds no state of this row-entropy estimation: {reason}; restore a state that was saved with the same options and label sets.");

    private static long Check(long count, long largest) => count >= 0 && count <= largest ? count : throw Refusal($"a count is {count}");

    // Labels are numbered anew for each file, so across files only their names tell that a number means the same label.
    private static string OfSaved(LabelSetInfo labelSet)
    {
        var names = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', labelSet.LabelNames)));
        return $"{IdentityOf(labelSet)}, names sha256:{Convert.ToHexStringLower(names)[..16]}";
    }
}
