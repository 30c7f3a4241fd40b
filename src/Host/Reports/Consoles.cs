using Spectre.Console;

namespace Infoscope.Host.Reports;

/// <summary>Consoles that send no colour codes where nobody asked for colour, and do not wrap where there is no screen.</summary>
internal static class Consoles
{
    private const int UnboundedWidth = 4096;

    public static IAnsiConsole Output() => Create(StandardOutput.Writer, Console.IsOutputRedirected);

    private static IAnsiConsole Create(TextWriter writer, bool redirected)
    {
        var plain = redirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") == "dumb";
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
        });
        if (redirected) console.Profile.Width = UnboundedWidth;
        return console;
    }
}
