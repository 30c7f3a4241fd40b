using System.Globalization;

namespace Infoscope.Host.Inspection;

/// <summary>Words for a command line that can be typed as they stand.</summary>
internal static class ShellText
{
    private const string Plain = "_-./:=@%+,";

    /// <summary>Puts a word in quotes where a shell would read it as something else.</summary>
    public static string Quoted(string word)
    {
        if (word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || Plain.Contains(letter, StringComparison.Ordinal) || (OperatingSystem.IsWindows() && letter == '\\'))) return word;
        if (!OperatingSystem.IsWindows() && word.Any(IsControl)) return $"$'{string.Concat(word.Select(Escaped))}'";
        return OperatingSystem.IsWindows() ? $"\"{word}\"" : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }

    // Of ASCII, as an octal escape means a byte; no path of Windows has one.
    private static bool IsControl(char letter) => char.IsAscii(letter) && char.IsControl(letter);

    private static string Escaped(char letter) => letter switch
    {
        '\'' or '\\' => $"\\{letter}",
        _ when IsControl(letter) => "\\" + Convert.ToString(letter, 8).PadLeft(3, '0'),
        _ => letter.ToString(CultureInfo.InvariantCulture),
    };
}
