namespace Infoscope.Formats;

/// <summary>The checksum of zip archives: CRC-32 with the reflected polynomial 0xEDB88320, eight bytes at a time.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int Slices = 8;

    private static readonly uint[][] Tables = MakeTables();

    /// <summary>Carries a checksum on over more bytes; it begins with 0.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var crc = ~checksum;
        while (bytes.Length >= Slices)
        {
            var low = crc ^ (uint)(bytes[0] | (bytes[1] << 8) | (bytes[2] << 16) | (bytes[3] << 24));
            crc = Tables[7][low & 0xFF] ^ Tables[6][(low >> 8) & 0xFF] ^ Tables[5][(low >> 16) & 0xFF] ^ Tables[4][low >> 24]
                ^ Tables[3][bytes[4]] ^ Tables[2][bytes[5]] ^ Tables[1][bytes[6]] ^ Tables[0][bytes[7]];
            bytes = bytes[Slices..];
        }

        foreach (var octet in bytes) crc = Tables[0][(crc ^ octet) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[Slices][];
        for (var slice = 0; slice < Slices; slice++) tables[slice] = new uint[256];
        for (var octet = 0U; octet < 256; octet++)
        {
            var crc = octet;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? Polynomial ^ (crc >> 1) : crc >> 1;
            tables[0][octet] = crc;
        }

        for (var slice = 1; slice < Slices; slice++)
        {
            for (var octet = 0; octet < 256; octet++) tables[slice][octet] = tables[0][tables[slice - 1][octet] & 0xFF] ^ (tables[slice - 1][octet] >> 8);
        }

        return tables;
    }
}
