using System.Buffers.Binary;

namespace Infoscope.Formats;

/// <summary>Reads .safetensors files: the length of a header, the header, and the bytes of the tensors without gaps.</summary>
internal static class SafetensorsReader
{
    // The format's own limit.
    private const long LongestHeader = 100_000_000;
    private const int PrefixBytes = 8;

    /// <summary>Opens a .safetensors file.</summary>
    public static StoredFile Open(FileContent file)
    {
        Span<byte> prefix = stackalloc byte[PrefixBytes];
        file.Read(0, prefix);
        var length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > LongestHeader) throw new ArrayFileException($"{file.Name} states a header of {length} bytes; the format allows {LongestHeader}, so the file is damaged: save it again.");
        var dataStart = PrefixBytes + (long)length;
        if (dataStart > file.Length) throw new ArrayFileException($"{file.Name} has {file.Length} bytes and states a header that ends at byte {dataStart}; it is truncated, so save it again.");
        var header = ReadHeader(file, (int)length);
        CheckOffsets(file, header.Entries, file.Length - dataStart);

        var arrays = new List<StoredArray>();
        var unreadable = new List<UnreadableArray>();
        foreach (var entry in header.Entries)
        {
            if (SafetensorsTypes.Find(entry.Type) is { } type) arrays.Add(Tensor(file, entry, type, dataStart));
            else unreadable.Add(Unreadable(file, entry));
        }

        return new StoredFile(file.Name, arrays, unreadable, header.Metadata, [file]);
    }

    private static SafetensorsHeader ReadHeader(FileContent file, int length)
    {
        var json = new byte[length];
        file.Read(PrefixBytes, json);
        try
        {
            return SafetensorsHeader.Parse(json);
        }
        catch (FormatException failure)
        {
            throw new ArrayFileException($"{file.Name} has a malformed header: {failure.Message}; save it again with safetensors.", failure);
        }
    }

    // The format asks that the tensors fill the bytes behind the header, without gaps and without sharing.
    private static void CheckOffsets(FileContent file, IReadOnlyList<SafetensorsEntry> entries, long available)
    {
        var expected = 0L;
        foreach (var entry in entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            var where = $"{file.Name}:{entry.Key} lies at bytes {entry.Begin} to {entry.End} of the data";
            if (entry.End < entry.Begin) throw new ArrayFileException($"{where}, which ends before it begins; the file is damaged, so save it again.");
            if (entry.End > available) throw new ArrayFileException($"{where}, of which the file has {available}; it is truncated, so save it again.");
            if (entry.Begin < expected) throw new ArrayFileException($"{where}, where another tensor lies up to byte {expected}; tensors may not overlap, so save it again.");
            if (entry.Begin > expected) throw new ArrayFileException($"{where}, behind a gap from byte {expected}; tensors follow each other without gaps, so save it again.");
            expected = entry.End;
        }

        if (expected != available)
            throw new ArrayFileException($"{file.Name} has {available} bytes of data and tensors that end at byte {expected}; something was added behind them, so save it again.");
    }

    private static StoredArray Tensor(FileContent file, SafetensorsEntry entry, ElementType type, long dataStart)
    {
        var source = new FileRegion(file, $"{file.Name}:{entry.Key}", dataStart + entry.Begin, entry.End - entry.Begin);
        var layout = ArrayLayout.Of(source.Name, entry.Shape, type, type.Bytes(), bigEndian: false, fortranOrder: false);
        return layout.ByteLength == source.Length
            ? new StoredArray(source, 0, layout, entry.Key)
            : throw new ArrayFileException($"{source.Name} has {source.Length} bytes of elements; its shape {ArrayShape.Text(entry.Shape)} of {type.Word()} needs {layout.ByteLength}: the file is damaged, so save it again.");
    }

    private static UnreadableArray Unreadable(FileContent file, SafetensorsEntry entry) => new()
    {
        Key = entry.Key,
        Reason = $"{file.Name}:{entry.Key} holds elements of type '{(entry.Type.Length <= 40 ? entry.Type : entry.Type[..40])}'; BOOL, I8 to I64, U8 to U64, F16, BF16, F32 and F64 can be read, so save it as x.float().",
    };
}
