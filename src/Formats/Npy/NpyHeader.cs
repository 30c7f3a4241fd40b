using System.Buffers.Binary;
using System.Text;

namespace Infoscope.Formats;

/// <summary>What the header of a .npy file states, versions 1.0 to 3.0.</summary>
internal sealed record NpyHeader
{
    /// <summary>The bytes that every .npy file begins with.</summary>
    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The longest header that is read; numpy itself warns beyond 10,000 bytes.</summary>
    public const int LongestHeader = 1 << 20;

    /// <summary>Gets the description of the elements: a text for plain ones, anything else for structured ones.</summary>
    public required object? Description { get; init; }

    /// <summary>Gets whether the first axis runs fastest.</summary>
    public required bool FortranOrder { get; init; }

    /// <summary>Gets the length of each axis.</summary>
    public required IReadOnlyList<long> Shape { get; init; }

    /// <summary>Gets where the elements begin.</summary>
    public required long DataStart { get; init; }

    /// <summary>Reads the header at the beginning of a source.</summary>
    /// <exception cref="ArrayFileException">There is none, or it is malformed.</exception>
    public static NpyHeader Read(ByteSource source)
    {
        Span<byte> prefix = stackalloc byte[12];
        if (source.Length < 10) throw new ArrayFileException($"{source.Name} has {source.Length} bytes, too few for the header of a .npy file; it is truncated, so save it again.");
        source.Read(0, prefix[..10]);
        if (!prefix.StartsWith(Magic)) throw new ArrayFileException($"{source.Name} does not begin as a .npy file does; save it with np.save.");
        var (major, minor) = (prefix[6], prefix[7]);
        if (major is < 1 or > 3 || minor != 0)
            throw new ArrayFileException($"{source.Name} states .npy version {major}.{minor}; 1.0, 2.0 and 3.0 can be read, so save it with np.save.");
        var start = major == 1 ? 10 : 12;
        if (source.Length < start) throw Truncated(source, start);
        source.Read(0, prefix[..start]);
        long length = major == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(prefix[8..]) : BinaryPrimitives.ReadUInt32LittleEndian(prefix[8..]);
        if (length > LongestHeader) throw new ArrayFileException($"{source.Name} states a header of {length} bytes; at most {LongestHeader} are allowed, so the file is damaged: save it again.");
        if (start + length > source.Length) throw Truncated(source, start + length);
        var bytes = new byte[length];
        source.Read(start, bytes);
        return Parse(source.Name, Decode(source.Name, bytes, major), start + length);
    }

    private static ArrayFileException Truncated(ByteSource source, long end) =>
        new($"{source.Name} has {source.Length} bytes and states a header that ends at byte {end}; it is truncated, so save it again.");

    private static string Decode(string name, byte[] bytes, byte major)
    {
        if (major < 3) return Encoding.Latin1.GetString(bytes);
        if (!System.Text.Unicode.Utf8.IsValid(bytes)) throw Malformed(name, "its text is not UTF-8");
        return Encoding.UTF8.GetString(bytes);
    }

    private static NpyHeader Parse(string name, string text, long dataStart)
    {
        Dictionary<string, object?> entries;
        try
        {
            entries = PythonLiteral.Parse(text) as Dictionary<string, object?> ?? throw new FormatException("it is no dictionary");
        }
        catch (FormatException failure)
        {
            throw Malformed(name, failure.Message);
        }

        foreach (var wanted in (string[])["descr", "fortran_order", "shape"])
            if (!entries.ContainsKey(wanted)) throw Malformed(name, $"the key '{wanted}' is missing");
        if (entries.Count > 3) throw Malformed(name, "it has keys beside 'descr', 'fortran_order' and 'shape'");
        if (entries["fortran_order"] is not bool fortranOrder) throw Malformed(name, "'fortran_order' is neither True nor False");
        if (entries["shape"] is not PythonTuple shape || !shape.Items.All(axis => axis is long)) throw Malformed(name, "'shape' is not a tuple of whole numbers");
        return new NpyHeader { Description = entries["descr"], FortranOrder = fortranOrder, Shape = [.. shape.Items.Cast<long>()], DataStart = dataStart };
    }

    private static ArrayFileException Malformed(string name, string what) => new($"{name} has a malformed .npy header: {what}; save it again with np.save.");
}
