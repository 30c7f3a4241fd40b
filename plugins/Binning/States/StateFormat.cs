namespace Infoscope.Plugins.Binning.States;

/// <summary>The little-endian numbers of a saved state, checked as they are read.</summary>
internal static class StateFormat
{
    // Above it a double does not count.
    private const long MostRows = 1L << 53;

    /// <summary>Gets the first bytes of a state, with the version of the format.</summary>
    public static ReadOnlySpan<byte> Magic => "infoscope binning 1\n"u8;

    /// <summary>Reads a number of rows or values.</summary>
    /// <exception cref="InvalidDataException">It is outside 0 .. 2^53.</exception>
    public static long ReadCount(BinaryReader from) => Check(from.ReadInt64(), 0, MostRows);

    /// <summary>Reads a number of rows of something that occurred.</summary>
    /// <exception cref="InvalidDataException">It is outside 1 .. 2^53.</exception>
    public static long ReadPositive(BinaryReader from) => Check(from.ReadInt64(), 1, MostRows);

    /// <summary>Reads a 32-bit number of things.</summary>
    /// <exception cref="InvalidDataException">It is outside 0 .. <paramref name="largest"/>.</exception>
    public static int ReadCount(BinaryReader from, int largest) => (int)Check(from.ReadInt32(), 0, largest);

    /// <summary>Makes the exception for a stream that holds no usable state.</summary>
    public static InvalidDataException Refusal(string reason) =>
        new($"the stream holds no state of this binning estimation: {reason}; restore a state that was saved with the same options and label sets, and over the same grid.");

    private static long Check(long count, long least, long most) => count >= least && count <= most ? count : throw Refusal($"a count is {count}");
}
