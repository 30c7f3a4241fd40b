using System.Globalization;
using System.Text;

namespace Infoscope.Formats;

/// <summary>Keeps a message one line of readable length, whatever names a file holds.</summary>
internal static class Sentence
{
    private const int Longest = 4000;
    private const int KeptOfEnd = 1000;

    /// <summary>Escapes control characters, which could move a terminal's cursor, and leaves out the middle of what is too long.</summary>
    public static string Of(string text)
    {
        // Shortened before as well, so that a name of megabytes is not escaped first.
        text = Shortened(text);
        return text.Any(IsControl) ? Shortened(Escaped(text)) : text;
    }

    private static string Shortened(string text)
    {
        if (text.Length <= Longest) return text;
        var (begin, end) = (Longest - KeptOfEnd, text.Length - KeptOfEnd);
        // No character of two halves is cut through.
        if (char.IsHighSurrogate(text[begin - 1])) begin--;
        if (char.IsLowSurrogate(text[end])) end++;
        return $"{text.AsSpan(0, begin)} ... {text.AsSpan(end)}";
    }

    private static string Escaped(string text)
    {
        var line = new StringBuilder();
        foreach (var character in text)
        {
            if (IsControl(character)) line.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else line.Append(character);
        }

        return line.ToString();
    }

    private static bool IsControl(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
