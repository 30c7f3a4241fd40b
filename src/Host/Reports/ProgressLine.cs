using System.Diagnostics;
using System.Globalization;

namespace Infoscope.Host.Reports;

/// <summary>One line on stderr that says how far a run is, once it has taken more than a second; only where someone watches.</summary>
internal sealed class ProgressLine(int sets, bool quiet, string noun = "rows") : IProgress<long>
{
    private readonly bool shown = !quiet && !Console.IsErrorRedirected;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private TimeSpan last;
    private int length;
    private int set;
    private string name = "";
    private long rows = 1;

    /// <summary>Starts on the next activation set.</summary>
    public void Next(string nextName, long nextRows)
    {
        (name, rows) = (nextName, Math.Max(1, nextRows));
        set++;
        Report(0);
    }

    public void Report(long value)
    {
        if (!shown || clock.Elapsed < TimeSpan.FromSeconds(1) || clock.Elapsed - last < TimeSpan.FromMilliseconds(100)) return;
        last = clock.Elapsed;
        var text = string.Create(CultureInfo.InvariantCulture, $"{set} of {sets}: {name}, {100 * value / rows} % of {rows} {noun}, {clock.Elapsed.TotalSeconds:0} s");
        Console.Error.Write("\r" + text.PadRight(length));
        length = text.Length;
    }

    /// <summary>Takes the line away.</summary>
    public void Clear()
    {
        if (length == 0) return;
        Console.Error.Write("\r" + new string(' ', length) + "\r");
        length = 0;
    }
}
