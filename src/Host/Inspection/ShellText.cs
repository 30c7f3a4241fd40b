namespace Infoscope.Host.Inspection;

/// <summary>Words for a command line that can be typed as they stand.</summary>
internal static class ShellText
{
    private const string Plain = "_-./:=@%+,";

    /// <summary>Puts a word in quotes where a shell would read it as something else.</summary>
    public static string Quoted(string word)
    {
        if (word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || Plain.Contains(letter, StringComparison.Ordinal) || (OperatingSystem.IsWindows() && letter == '\\'))) return word;
        return OperatingSystem.IsWindows() ? $"\"{word}\"" : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
