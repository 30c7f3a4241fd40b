using System.Buffers.Binary;
using System.Text;

namespace Infoscope.Formats;

/// <summary>Decodes texts of a fixed width.</summary>
internal static class FixedTexts
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    /// <summary>Decodes numpy's U: code points of 4 bytes, filled up with zeros.</summary>
    /// <exception cref="DecoderFallbackException">A number is no code point.</exception>
    public static string CodePoints(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        var text = new StringBuilder(bytes.Length / 4);
        var zeros = 0;
        for (; !bytes.IsEmpty; bytes = bytes[4..])
        {
            var point = bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            if (point == 0)
            {
                zeros++;
                continue;
            }

            // Zeros before another character belong to the text, those after the last fill it up.
            text.Append('\0', zeros);
            zeros = 0;
            if (!Rune.TryCreate(point, out var rune)) throw new DecoderFallbackException($"U+{point:X} is no code point");
            text.Append(rune.ToString());
        }

        return text.ToString();
    }

    /// <summary>Decodes numpy's S: bytes, filled up with zeros, taken as UTF-8.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8.</exception>
    public static string Utf8(ReadOnlySpan<byte> bytes) => StrictUtf8.GetString(bytes.TrimEnd((byte)0));
}
