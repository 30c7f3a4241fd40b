using System.Globalization;
using System.Text;

namespace Infoscope.Host.Logging;

/// <summary>Text for a terminal: names out of files and plugins may hold control characters, which would move the cursor or forge lines.</summary>
internal static class Printable
{
    /// <summary>Writes each control character as its escape.</summary>
    public static string Of(string text)
    {
        if (!text.Any(char.IsControl)) return text;
        var printable = new StringBuilder();
        foreach (var letter in text) printable.Append(char.IsControl(letter) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}") : letter);
        return printable.ToString();
    }
}
