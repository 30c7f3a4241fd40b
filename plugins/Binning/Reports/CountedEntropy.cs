using Infoscope.Plugins.Binning.Corrections;
using Infoscope.Plugins.Binning.Counts;

namespace Infoscope.Plugins.Binning.Reports;

/// <summary>The entropy of the counts of a table under the chosen correction, and the most that it can be.</summary>
internal sealed class CountedEntropy(EntropyCorrection correction, CellCounts counts)
{
    /// <summary>Gets whether entropies are those of the frequencies, which alone have bounds.</summary>
    public bool IsPlugIn => correction == EntropyCorrection.PlugIn;

    /// <summary>Gives the entropy.</summary>
    public double Nats(CountsOfCounts symbols, int table)
    {
        var logAlphabet = counts.LogAlphabet(table);
        // Where one symbol alone can occur there is nothing to estimate.
        return logAlphabet == 0 ? 0 : CorrectedEntropy.Nats(correction, symbols, logAlphabet);
    }

    /// <summary>Gives the most that the plug-in entropy of so many rows can be: the logarithm of the alphabet or of the rows, whichever is less.</summary>
    public double CeilingNats(long rows, int table) => Math.Min(counts.LogAlphabet(table), Math.Log(rows));

    /// <summary>Averages a number over the tables with equal weight.</summary>
    public double Mean(Func<int, double> ofTable)
    {
        double sum = 0;
        for (var table = 0; table < counts.Tables; table++) sum += ofTable(table);
        return sum / counts.Tables;
    }
}
