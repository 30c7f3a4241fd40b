using Infoscope.Plugins.Binning.Corrections;
using Infoscope.Plugins.Binning.Counts;

namespace Infoscope.Plugins.Binning.Reports;

/// <summary>The entropy of the counts of a table under the chosen correction, and the most that it can be.</summary>
internal sealed class CountedEntropy(EntropyCorrection correction, CellCounts counts)
{
    /// <summary>Gets whether entropies are those of the frequencies.</summary>
    public bool IsPlugIn => correction == EntropyCorrection.PlugIn;

    /// <summary>Gets whether an entropy keeps to 0 and the logarithm of its alphabet; other corrections may leave that range.</summary>
    public bool IsBounded => correction is EntropyCorrection.PlugIn or EntropyCorrection.JamesStein or EntropyCorrection.Nsb;

    /// <summary>Gives the entropy.</summary>
    public double Nats(CountsOfCounts symbols, int table)
    {
        var logAlphabet = counts.LogAlphabet(table);
        // Where one symbol alone can occur there is nothing to estimate.
        return logAlphabet == 0 ? 0 : CorrectedEntropy.Nats(correction, symbols, logAlphabet);
    }

    /// <summary>Gives the most that the entropy of so many rows can be: the logarithm of the alphabet, under plug-in or that of the rows where it is less.</summary>
    /// <returns>Infinite where the alphabet is not known.</returns>
    public double CeilingNats(long rows, int table) => IsPlugIn ? Math.Min(counts.LogAlphabet(table), Math.Log(rows)) : counts.LogAlphabet(table);

    /// <summary>Averages a number over the tables with equal weight.</summary>
    public double Mean(Func<int, double> ofTable)
    {
        double sum = 0;
        for (var table = 0; table < counts.Tables; table++) sum += ofTable(table);
        return sum / counts.Tables;
    }
}
