using System.Globalization;

namespace Infoscope.Host.Reports;

/// <summary>One line on stderr that says how far a run is over activation sets and their rows, or over estimators and the laws they are tested for.</summary>
internal sealed class ProgressLine(int sets, bool quiet, string noun = "rows") : IProgress<long>
{
    private readonly LiveLine line = new(quiet);
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

    public void Report(long value) =>
        line.Show(seconds => string.Create(CultureInfo.InvariantCulture, $"{set} of {sets}: {name}, {100 * value / rows} % of {rows} {noun}, {seconds:0} s"));

    /// <summary>Takes the line away.</summary>
    public void Clear() => line.Clear();
}
