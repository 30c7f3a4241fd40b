using System.Buffers.Binary;
using System.Text;

namespace Infoscope.Formats;

/// <summary>Reads the central directory of a zip archive, zip64 included.</summary>
/// <remarks>
/// The framework's ZipArchive moves one cursor for all members and does not tell where a stored member lies. Members that threads read at the same time, and stored
/// members that are read without copying, need both; the decompression itself is the framework's.
/// </remarks>
internal static class ZipDirectory
{
    private const uint EntrySignature = 0x02014b50;
    private const uint LocalSignature = 0x04034b50;
    private const uint EndSignature = 0x06054b50;
    private const uint End64Signature = 0x06064b50;
    private const uint Locator64Signature = 0x07064b50;
    private const int EndBytes = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int LongestDirectory = 1 << 26;

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Reads the entries, folders left out, in the order of the directory, and where the bytes of each begin; no two members share bytes.</summary>
    /// <exception cref="ArrayFileException">The directory is missing, damaged, contradicts the members, or uses what is not read here.</exception>
    public static IReadOnlyList<(ZipEntry Entry, long DataStart)> Members(ByteSource file)
    {
        var members = Read(file).Select(entry => (Entry: entry, DataStart: DataStart(file, entry))).ToArray();
        // Members that share their bytes make a small file stand for any amount of data.
        var (former, end) = ("", 0L);
        foreach (var (entry, dataStart) in members.OrderBy(member => member.Entry.HeaderStart))
        {
            if (entry.HeaderStart < end) throw Damaged(file, $"members '{former}' and '{entry.Name}' share bytes");
            (former, end) = (entry.Name, dataStart + entry.CompressedLength);
        }

        return members;
    }

    private static List<ZipEntry> Read(ByteSource file)
    {
        var (start, length) = Locate(file);
        if (length > LongestDirectory) throw new ArrayFileException($"{file.Name} states a directory of {length} bytes; at most {LongestDirectory} are allowed, so split the archive.");
        if (start < 0 || length < 0 || start > file.Length - length) throw Damaged(file, "its directory lies outside the file");
        var directory = new byte[length];
        file.Read(start, directory);
        var entries = new List<ZipEntry>();
        for (ReadOnlySpan<byte> rest = directory; !rest.IsEmpty;)
        {
            if (entries.Count == StoredFile.MostArrays) throw new ArrayFileException($"{file.Name} holds more than {StoredFile.MostArrays} members; split the archive.");
            var entry = ReadEntry(file, rest, entries.Count, out var used);
            rest = rest[used..];
            if (!entry.Name.EndsWith('/')) entries.Add(entry);
        }

        return entries;
    }

    // Behind the local header.
    private static long DataStart(ByteSource file, ZipEntry entry)
    {
        Span<byte> header = stackalloc byte[30];
        if (entry.HeaderStart < 0 || entry.HeaderStart > file.Length - header.Length) throw Damaged(file, $"member '{entry.Name}' lies outside the file");
        file.Read(entry.HeaderStart, header);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != LocalSignature) throw Damaged(file, $"member '{entry.Name}' does not begin where the directory says");
        var start = entry.HeaderStart + header.Length + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        if (entry.CompressedLength < 0 || start > file.Length - entry.CompressedLength) throw Damaged(file, $"member '{entry.Name}' of {entry.CompressedLength} bytes leaves the file");
        return start;
    }

    private static (long Start, long Length) Locate(ByteSource file)
    {
        var tail = new byte[Math.Min(file.Length, EndBytes + LongestComment)];
        var tailStart = file.Length - tail.Length;
        file.Read(tailStart, tail);
        for (var at = tail.Length - EndBytes; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) != EndSignature || EndBytes + BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) != end.Length) continue;
            var (count, length, start) = (BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
            return count == ushort.MaxValue || length == uint.MaxValue || start == uint.MaxValue ? Locate64(file, tailStart + at) ?? (start, length) : (start, length);
        }

        throw Damaged(file, "it has no directory at its end, and so is truncated");
    }

    private static (long Start, long Length)? Locate64(ByteSource file, long end)
    {
        Span<byte> locator = stackalloc byte[20];
        if (end < locator.Length) return null;
        file.Read(end - locator.Length, locator);
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != Locator64Signature) return null;
        var at = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        Span<byte> end64 = stackalloc byte[56];
        if (at < 0 || at > file.Length - end64.Length) throw Damaged(file, "its zip64 directory lies outside the file");
        file.Read(at, end64);
        if (BinaryPrimitives.ReadUInt32LittleEndian(end64) != End64Signature) throw Damaged(file, "its zip64 directory is not where its end says");
        return (BinaryPrimitives.ReadInt64LittleEndian(end64[48..]), BinaryPrimitives.ReadInt64LittleEndian(end64[40..]));
    }

    private static ZipEntry ReadEntry(ByteSource file, ReadOnlySpan<byte> bytes, int index, out int used)
    {
        const int FixedBytes = 46;
        if (bytes.Length < FixedBytes || BinaryPrimitives.ReadUInt32LittleEndian(bytes) != EntrySignature) throw Damaged(file, $"entry {index} of its directory is damaged");
        var (nameLength, extraLength) = (BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[30..]));
        used = FixedBytes + nameLength + extraLength + BinaryPrimitives.ReadUInt16LittleEndian(bytes[32..]);
        if (bytes.Length < used) throw Damaged(file, $"entry {index} of its directory is cut off");
        var name = Name(file, bytes.Slice(FixedBytes, nameLength), index);
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        var method = BinaryPrimitives.ReadUInt16LittleEndian(bytes[10..]);
        if ((flags & 1) != 0) throw new ArrayFileException($"{file.Name} holds the encrypted member '{name}'; only plain ones can be read, so save it with np.savez.");
        if (method is not (0 or 8)) throw new ArrayFileException($"{file.Name} holds member '{name}' compressed by method {method}; stored (0) and deflated (8) can be read, so save it with np.savez.");
        var extra = Extra64(bytes.Slice(FixedBytes + nameLength, extraLength));
        var length = Wide(file, name, BinaryPrimitives.ReadUInt32LittleEndian(bytes[24..]), ref extra);
        var compressed = Wide(file, name, BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]), ref extra);
        var start = Wide(file, name, BinaryPrimitives.ReadUInt32LittleEndian(bytes[42..]), ref extra);
        var checksum = BinaryPrimitives.ReadUInt32LittleEndian(bytes[16..]);
        return new ZipEntry { Name = name, IsDeflated = method == 8, Checksum = checksum, CompressedLength = compressed, Length = length, HeaderStart = start };
    }

    private static string Name(ByteSource file, ReadOnlySpan<byte> bytes, int index)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException failure)
        {
            throw new ArrayFileException($"{file.Name} holds a member, number {index}, whose name is not UTF-8; save it with np.savez.", failure);
        }
    }

    // The zip64 extra field holds, in this order, only those numbers that are all ones in the entry.
    private static ReadOnlySpan<byte> Extra64(ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4)
        {
            var (id, length) = (BinaryPrimitives.ReadUInt16LittleEndian(extra), BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]));
            if (length > extra.Length - 4) break;
            if (id == 1) return extra.Slice(4, length);
            extra = extra[(4 + length)..];
        }

        return [];
    }

    private static long Wide(ByteSource file, string name, uint narrow, ref ReadOnlySpan<byte> extra)
    {
        if (narrow != uint.MaxValue) return narrow;
        if (extra.Length < 8) throw Damaged(file, $"member '{name}' lacks its zip64 numbers");
        var wide = BinaryPrimitives.ReadInt64LittleEndian(extra);
        extra = extra[8..];
        return wide >= 0 ? wide : throw Damaged(file, $"member '{name}' states more than 2^63 bytes");
    }

    private static ArrayFileException Damaged(ByteSource file, string what) => new($"{file.Name} is not a whole zip archive: {what}; save it again with np.savez.");
}
