using System.Diagnostics;

namespace Infoscope.Host.Reports;

/// <summary>One line on stderr that is written over again and again, once a run has taken more than a second; only where someone watches.</summary>
internal sealed class LiveLine(bool quiet)
{
    private readonly bool shown = !quiet && !Console.IsErrorRedirected;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan last;
    private int length;

    /// <summary>Shows what is true now, at most ten times a second.</summary>
    /// <param name="text">Is told the seconds since the start.</param>
    public void Show(Func<double, string> text)
    {
        if (!shown || clock.Elapsed < TimeSpan.FromSeconds(1) || clock.Elapsed - last < TimeSpan.FromMilliseconds(100)) return;
        last = clock.Elapsed;
        var line = text(last.TotalSeconds);
        Console.Error.Write("\r" + line.PadRight(length));
        length = line.Length;
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (length == 0) return;
        Console.Error.Write("\r" + new string(' ', length) + "\r");
        length = 0;
    }
}
