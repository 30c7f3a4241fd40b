using System.Globalization;

namespace Infoscope.Engine;

/// <summary>Writes numbers of bytes for people.</summary>
public static class ByteCount
{
    private static readonly string[] Units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    /// <summary>Writes a number of bytes with three digits and a binary unit, such as 1.5 GiB.</summary>
    public static string Text(long bytes)
    {
        double number = bytes;
        var unit = 0;
        for (; Math.Abs(number) >= 1000 && unit < Units.Length - 1; unit++) number /= 1024;
        return string.Create(CultureInfo.InvariantCulture, $"{number:0.##} {Units[unit]}");
    }
}
