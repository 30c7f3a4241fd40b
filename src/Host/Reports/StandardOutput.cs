namespace Infoscope.Host.Reports;

/// <summary>The stream that data goes to. What a plugin writes to the console is talk and goes to stderr.</summary>
internal static class StandardOutput
{
    /// <summary>Gets the writer of data.</summary>
    public static TextWriter Writer { get; } = Console.Out;

    /// <summary>Sends all that is written to the console from now on to stderr.</summary>
    public static void Reserve()
    {
        _ = Writer;
        Console.SetOut(Console.Error);
    }
}
