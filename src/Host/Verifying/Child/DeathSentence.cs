using System.Globalization;

namespace Infoscope.Host.Verifying.Child;

/// <summary>Says how a process ended, from its exit code and what it left on stderr.</summary>
internal static class DeathSentence
{
    // Unix: 128 and the number of the signal. Windows: the status of the exception.
    private const int Aborted = 128 + 6, Killed = 128 + 9, Faulted = 128 + 11;
    private const int WindowsStackOverflow = unchecked((int)0xC00000FD), WindowsFailFast = unchecked((int)0x80131623), WindowsFault = unchecked((int)0xC0000005);

    private const string Unhandled = "Unhandled exception. ";

    /// <summary>Gives the sentence.</summary>
    public static string Of(int code, string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.TrimEntries);
        if (code == WindowsStackOverflow || (code == Aborted && Array.Exists(lines, line => line.StartsWith("Stack overflow", StringComparison.Ordinal)))) return "the process ended (stack overflow)";
        if (Array.Find(lines, line => line.StartsWith(Unhandled, StringComparison.Ordinal)) is { } thrown) return $"the process ended (unhandled exception {thrown[Unhandled.Length..]})";
        return code switch
        {
            Aborted or WindowsFailFast => "the process ended (abort)",
            Faulted or WindowsFault => "the process ended (access to memory that is not there)",
            Killed => "the process ended (killed)",
            _ => string.Create(CultureInfo.InvariantCulture, $"the process ended (exit code {code})"),
        };
    }
}
