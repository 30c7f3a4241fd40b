using System.Buffers.Binary;

namespace Infoscope.Formats.Tests;

/// <summary>Damage that knows nothing of a format: bits, bytes, pieces and numbers in any place.</summary>
internal static class ByteDamage
{
    /// <summary>Values to which lengths, counts and offsets are sensitive.</summary>
    public static readonly ulong[] Numbers =
    [
        0, 1, 2, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF, 0x1_0000_0000,
        0x7FFF_FFFF_FFFF_FFFF, 0x8000_0000_0000_0000, 0xFFFF_FFFF_FFFF_FFFF,
    ];

    private static readonly string[] Pieces = ["\0", "\0\0\0\0\0\0\0\0", "\r", "\n", "\r\n", "\"", "'", "{", "[[[[", "PK\x05\x06", "PK\x01\x02", "-1", "99999999999999999999", ",", "\\", "\\ud800"];

    /// <summary>Damages a file once.</summary>
    public static byte[] Apply(RandomStream random, byte[] bytes, byte[] donor)
    {
        if (bytes.Length == 0) return [(byte)random.NextBelow(256)];
        var (start, length) = Range(random, bytes.Length);
        switch (random.NextBelow(9))
        {
            case 0: return bytes[..start];
            case 1: return Changed(bytes, copy => copy[start] ^= (byte)(1 << (int)random.NextBelow(8)));
            case 2: return Changed(bytes, copy => random.Fill(copy.AsSpan(start, length)));
            case 3: return [.. bytes[..start], .. bytes[(start + length)..]];
            case 4: return [.. bytes[..(start + length)], .. bytes[start..]];
            case 5: return Swapped(random, bytes);
            case 6: return [.. bytes[..start], .. Piece(random), .. bytes[start..]];
            case 7: return [.. bytes[..start], .. donor[Math.Min(start, donor.Length)..]];
            default: return Changed(bytes, copy => Write(random, copy, start));
        }
    }

    /// <summary>Draws one of several.</summary>
    public static T Of<T>(this RandomStream random, IReadOnlyList<T> items) => items[(int)random.NextBelow(items.Count)];

    private static void Fill(this RandomStream random, Span<byte> bytes)
    {
        foreach (ref var octet in bytes) octet = (byte)random.NextBelow(256);
    }

    private static byte[] Changed(byte[] bytes, Action<byte[]> change)
    {
        var copy = bytes.ToArray();
        change(copy);
        return copy;
    }

    private static byte[] Piece(RandomStream random)
    {
        if (random.NextBelow(2) == 0) return System.Text.Encoding.Latin1.GetBytes(random.Of(Pieces));
        var piece = new byte[1 + random.NextBelow(16)];
        random.Fill(piece);
        return piece;
    }

    private static byte[] Swapped(RandomStream random, byte[] bytes)
    {
        var cuts = Enumerable.Range(0, 3).Select(_ => (int)random.NextBelow(bytes.Length + 1)).Order().ToArray();
        return [.. bytes[..cuts[0]], .. bytes[cuts[1]..cuts[2]], .. bytes[cuts[0]..cuts[1]], .. bytes[cuts[2]..]];
    }

    private static void Write(RandomStream random, byte[] bytes, int start)
    {
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(number, random.Of(Numbers));
        number = number[..(1 << (int)random.NextBelow(4))];
        number[..Math.Min(number.Length, bytes.Length - start)].CopyTo(bytes.AsSpan(start));
    }

    // Headers stand at the beginning or at the end: half of the damage is done there.
    private static (int Start, int Length) Range(RandomStream random, int length)
    {
        var start = (int)random.NextBelow(length);
        if (random.NextBelow(4) == 0) start = Math.Min(start, (int)random.NextBelow(16));
        if (random.NextBelow(4) == 0) start = Math.Max(start, length - 1 - (int)random.NextBelow(Math.Min(64, length)));
        return (start, 1 + (int)random.NextBelow(Math.Min(64, length - start)));
    }
}
