namespace Infoscope.Formats;

/// <summary>Reads archives of arrays as <c>numpy.savez</c> and <c>numpy.savez_compressed</c> write them.</summary>
internal static class NpzReader
{
    // The most that a byte of deflate can stand for is 1032 bytes; the rest is for blocks and headers.
    private const long MostExpansion = 1032;
    private const long ExpansionSlack = 1 << 16;

    /// <summary>Opens a .npz file.</summary>
    public static StoredFile Open(FileContent file)
    {
        var owned = new List<IDisposable>();
        var arrays = new List<StoredArray>();
        var unreadable = new List<UnreadableArray>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (entry, dataStart) in ZipDirectory.Members(file))
        {
            var key = entry.Name.EndsWith(".npy", StringComparison.Ordinal) ? entry.Name[..^4] : entry.Name;
            if (!keys.Add(key)) throw new ArrayFileException($"{file.Name} holds two members '{key}'; save it again with one name for each array.");
            if (Pickles.IsMember(entry.Name)) throw Pickles.Refuse(file.Name);
            var member = Member(file, entry, dataStart, $"{file.Name}:{key}", owned);
            var source = new CheckedMember(member, entry.Checksum);
            if (!BeginsAsNpy(source))
            {
                unreadable.Add(new UnreadableArray { Key = key, Reason = $"{source.Name} is not a .npy array; save the archive with np.savez." });
                continue;
            }

            var header = NpyHeader.Read(source);
            if (NpyReader.TryReadArray(source, header, file.Name, key, out var array, out var reason)) arrays.Add(entry.IsDeflated ? Gathered(array, source, owned) : array);
            else unreadable.Add(new UnreadableArray { Key = key, Reason = reason });
            // A decompressor holds tens of kilobytes: none is kept before the elements are read.
            (member as InflatedMember)?.Dispose();
        }

        return new StoredFile(file.Name, arrays, unreadable, new Dictionary<string, string>(), [.. owned, file]);
    }

    private static ByteSource Member(FileContent file, ZipEntry entry, long dataStart, string name, List<IDisposable> owned)
    {
        var bytes = new FileRegion(file, name, dataStart, entry.CompressedLength);
        if (!entry.IsDeflated)
        {
            if (entry.Length != entry.CompressedLength)
                throw new ArrayFileException($"{name} is stored as it is in {entry.CompressedLength} bytes but states {entry.Length}; the archive is damaged, so save it again.");
            return bytes;
        }

        if (entry.Length > (entry.CompressedLength * MostExpansion) + ExpansionSlack)
            throw new ArrayFileException($"{name} states that its {entry.CompressedLength} bytes inflate to {entry.Length}, more than deflate can ({MostExpansion} times); the archive is damaged or hostile, so save it again.");
        var inflated = new InflatedMember(bytes, name, entry.Length);
        owned.Add(inflated);
        return inflated;
    }

    private static StoredArray Gathered(StoredArray array, ByteSource source, List<IDisposable> owned)
    {
        if (!array.IsFortranOrder) return array;
        var spooled = new SpooledMember(source);
        owned.Add(spooled);
        return array.From(spooled);
    }

    private static bool BeginsAsNpy(ByteSource source)
    {
        Span<byte> beginning = stackalloc byte[6];
        if (source.Length < beginning.Length) return false;
        source.Read(0, beginning);
        return beginning.SequenceEqual(NpyHeader.Magic);
    }
}
