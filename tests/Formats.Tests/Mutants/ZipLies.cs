using System.Buffers.Binary;

namespace Infoscope.Formats.Tests;

/// <summary>Archives whose directory, local headers and members say what is not so.</summary>
internal static class ZipLies
{
    // Place and width of the numbers behind each signature that a reader may trust.
    private static readonly (int Place, int Width)[] OfEntry = [(8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (30, 2), (32, 2), (42, 4)];
    private static readonly (int Place, int Width)[] OfLocal = [(6, 2), (8, 2), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2)];
    private static readonly (int Place, int Width)[] OfEnd = [(4, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 2)];

    private static readonly string[] Names = ["a.npy", "a", "a/", ".npy", "../../x.npy", "/x.npy", "a\0b.npy", "a\nb.npy", "data.pkl", "\u001b[2J.npy", "a\\b.npy", new string('n', 60_000), "class.npy"];

    public static byte[] Tell(RandomStream random, byte[] archive)
    {
        switch (random.NextBelow(8))
        {
            case 0: return ZipBytes.Of(random.NextBelow(2) == 0, [.. Enumerable.Range(0, 2 + (int)random.NextBelow(3)).Select(_ => (random.Of(Names), NpyLies.Tell(random)))]);
            case 1: return ZipBytes.Of(true, ("a.npy", NpyLies.Tell(random)), ("inner.npz", archive));
            case 2: return Bomb(random);
            case 3: return Overlapping(archive, 2 + (int)random.NextBelow(300));
            case 4: return WithWideNumbers(random, archive);
        }

        var copy = archive.ToArray();
        for (var lies = 1 + random.NextBelow(3); lies > 0; lies--)
        {
            var (signature, fields) = random.Of<(uint, (int, int)[])>([(0x02014b50, OfEntry), (0x02014b50, OfEntry), (0x04034b50, OfLocal), (0x06054b50, OfEnd)]);
            if (Places(copy, signature) is { Count: > 0 } places) Write(random, copy, random.Of(places), random.Of(fields));
        }

        return copy;
    }

    /// <summary>Gives the places of a signature.</summary>
    public static IReadOnlyList<int> Places(ReadOnlySpan<byte> bytes, uint signature)
    {
        var places = new List<int>();
        for (var at = 0; at + 22 <= bytes.Length; at++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) == signature) places.Add(at);
        }

        return places;
    }

    /// <summary>Repeats the first entry of the directory, so that many members share the bytes of one.</summary>
    public static byte[] Overlapping(byte[] archive, int count)
    {
        var entries = Places(archive, 0x02014b50);
        var end = Places(archive, 0x06054b50)[^1];
        var first = archive[entries[0]..(entries.Count > 1 ? entries[1] : end)];
        var directory = new List<byte>();
        for (var i = 0; i < count; i++)
        {
            var entry = first.ToArray();
            var name = System.Text.Encoding.ASCII.GetBytes($"m{i}.npy");
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(28));
            BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(28), (ushort)name.Length);
            directory.AddRange([.. entry[..46], .. name, .. entry[(46 + nameLength)..]]);
        }

        var tail = archive[end..];
        BinaryPrimitives.WriteUInt32LittleEndian(tail.AsSpan(12), (uint)directory.Count);
        return [.. archive[..entries[0]], .. directory, .. tail];
    }

    /// <summary>States a length for the first member, in its directory entry alone.</summary>
    public static byte[] Stating(byte[] archive, uint length)
    {
        var copy = archive.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(Places(copy, 0x02014b50)[0] + 24), length);
        return copy;
    }

    // A megabyte of zeros in a kilobyte, stated truly or not.
    private static byte[] Bomb(RandomStream random)
    {
        const int zeros = 1 << 20;
        var bytes = ZipBytes.Of(true, ("a.npy", NpyBytes.Of(random.Of(["'|b1'", "'<U64'", "'|S1'", "'<f4'"]), random.Of([$"({zeros},)", $"({zeros / 4},)", $"({zeros / 256},)", "(1024, 256)"]), new byte[zeros], random.NextBelow(2) == 0)));
        return random.NextBelow(2) == 0 ? bytes : Stating(bytes, (uint)(zeros + random.Of([-1, 1, 128, 129, 1 << 16])));
    }

    // All ones ask for a zip64 field, which is there, lies, or is missing.
    private static byte[] WithWideNumbers(RandomStream random, byte[] archive)
    {
        var entry = Places(archive, 0x02014b50)[0];
        var nameEnd = entry + 46 + BinaryPrimitives.ReadUInt16LittleEndian(archive.AsSpan(entry + 28));
        var wide = new byte[4 + (8 * (int)random.NextBelow(4))];
        wide[0] = 1;
        wide[2] = (byte)(random.NextBelow(4) == 0 ? random.NextBelow(256) : wide.Length - 4);
        for (var at = 4; at < wide.Length; at += 8) BinaryPrimitives.WriteUInt64LittleEndian(wide.AsSpan(at), random.Of(ByteDamage.Numbers));
        byte[] bytes = [.. archive[..nameEnd], .. wide, .. archive[nameEnd..]];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(entry + 30), (ushort)wide.Length);
        foreach (var place in (int[])[20, 24, 42])
        {
            if (random.NextBelow(2) == 0) bytes.AsSpan(entry + place, 4).Fill(0xFF);
        }

        var end = Places(bytes, 0x06054b50)[^1];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(end + 12), (uint)(end - entry));
        return bytes;
    }

    private static void Write(RandomStream random, byte[] bytes, int at, (int Place, int Width) field)
    {
        if (at + field.Place + field.Width > bytes.Length) return;
        var number = random.Of(ByteDamage.Numbers);
        if (field.Width == 2) BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at + field.Place), (ushort)number);
        else BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + field.Place), (uint)number);
    }
}
