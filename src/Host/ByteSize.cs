using System.Globalization;

namespace Infoscope.Host;

/// <summary>Reads a number of bytes as people write it.</summary>
internal static class ByteSize
{
    private static readonly (string Unit, double Bytes)[] Units =
    [
        ("KiB", 1024), ("MiB", Math.Pow(1024, 2)), ("GiB", Math.Pow(1024, 3)), ("TiB", Math.Pow(1024, 4)),
        ("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("TB", 1e12), ("B", 1), ("", 1),
    ];

    /// <summary>Reads a number with a unit, such as 512MiB or 1.5 GB; without one it is bytes. Null when it is no size of at least 1 byte.</summary>
    public static long? Parse(string text)
    {
        var (unit, bytes) = Units.First(one => text.TrimEnd().EndsWith(one.Unit, StringComparison.OrdinalIgnoreCase));
        var digits = text.TrimEnd()[..^unit.Length].Trim();
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        var size = number * bytes;
        return size is >= 1 and < long.MaxValue ? (long)size : null;
    }
}
