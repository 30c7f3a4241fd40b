using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Infoscope.Plugins.Spectrum.Rows;

namespace Infoscope.Plugins.Spectrum.States;

/// <summary>The little-endian numbers of a saved state, checked as they are read, and what two states must share.</summary>
internal static class SpectrumState
{
    private static ReadOnlySpan<byte> Magic => "infoscope spectrum 1\n"u8;

    /// <summary>Describes everything but the label sets. The number of rows is not part of it: states of different files add up.</summary>
    public static string IdentityOf(EstimationContext context, RowCentre? mean)
    {
        var options = context.Options.Resolve(typeof(SpectrumOptions)).Select(option => $"{option.Key} {option.Value}");
        var centre = mean is not null ? $", less the mean row sha256:{mean.Hash}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{context.Shape.Features} features, {string.Join(", ", options)}{centre}");
    }

    /// <summary>Describes a label set.</summary>
    public static string IdentityOf(LabelSetInfo labelSet) => labelSet.IsNull
        ? $"label set '{labelSet.Name}' of {labelSet.Count} labels, null {labelSet.NullIndex} of '{labelSet.NullOf}'"
        : $"label set '{labelSet.Name}' of {labelSet.Count} labels";

    /// <summary>Writes what a state begins with.</summary>
    public static void WriteHeader(BinaryWriter to, string identity, IEnumerable<LabelSetInfo> labelSets) => to.Write(Header(identity, labelSets));

    /// <summary>Reads what a state begins with.</summary>
    /// <exception cref="InvalidDataException">It begins otherwise.</exception>
    public static void ReadHeader(BinaryReader from, string identity, IEnumerable<LabelSetInfo> labelSets)
    {
        var header = Header(identity, labelSets);
        if (!from.ReadBytes(header.Length).AsSpan().SequenceEqual(header)) throw Refusal("it begins otherwise");
    }

    /// <summary>Writes a tally.</summary>
    public static void Write(BinaryWriter to, RowTally tally)
    {
        to.Write(tally.Zero);
        to.Write(tally.NonFinite);
        to.Write(tally.Magnitude);
    }

    /// <summary>Reads a tally.</summary>
    /// <exception cref="InvalidDataException">A number is negative or not finite.</exception>
    public static void Read(BinaryReader from, RowTally tally)
    {
        var (zero, nonFinite, magnitude) = (ReadCount(from), ReadCount(from), ReadNumber(from));
        if (magnitude < 0) throw Refusal($"a magnitude is {magnitude}");
        tally.Restore(zero, nonFinite, magnitude);
    }

    /// <summary>Writes numbers.</summary>
    public static void Write(BinaryWriter to, ReadOnlySpan<double> numbers)
    {
        foreach (var number in numbers) to.Write(number);
    }

    /// <summary>Reads a number.</summary>
    /// <exception cref="InvalidDataException">It is not finite.</exception>
    public static double ReadNumber(BinaryReader from)
    {
        var number = from.ReadDouble();
        return double.IsFinite(number) ? number : throw Refusal($"a number is {number}");
    }

    /// <summary>Reads a number of things.</summary>
    /// <exception cref="InvalidDataException">It is outside 0 .. <paramref name="largest"/>.</exception>
    public static long ReadCount(BinaryReader from, long largest = long.MaxValue)
    {
        var count = from.ReadInt64();
        return count >= 0 && count <= largest ? count : throw Refusal($"a count is {count}");
    }

    /// <summary>Makes the exception for a stream that holds no usable state.</summary>
    public static InvalidDataException Refusal(string reason) =>
        new($"the stream holds no state of this spectrum estimation: {reason}; restore a state that was saved with the same options and label sets.");

    // Labels are numbered anew for each file, so across files only their names tell that a number means the same label.
    private static byte[] Header(string identity, IEnumerable<LabelSetInfo> labelSets) =>
        [.. Magic, .. Encoding.UTF8.GetBytes(string.Join('\n', [identity, .. labelSets.Select(OfSaved), ""]))];

    private static string OfSaved(LabelSetInfo labelSet)
    {
        var names = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', labelSet.LabelNames)));
        return $"{IdentityOf(labelSet)}, names sha256:{Convert.ToHexStringLower(names)[..16]}";
    }
}
