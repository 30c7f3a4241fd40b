using System.Globalization;
using Infoscope.Plugins.Binning.Counts;

namespace Infoscope.Plugins.Binning.Reports;

/// <summary>Says when symbols are so many that rows stand alone, and entropies tell the number of rows.</summary>
internal static class SaturationNotes
{
    /// <summary>Gives how many symbols occurred once.</summary>
    public static long AloneIn(CountsOfCounts symbols) => symbols.Entries is [(1, var alone), ..] ? alone : 0;

    /// <summary>Gives the note on entropies and information, if there is one.</summary>
    /// <param name="alone">The number of symbols that occurred once, over all tables.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="tables">The number of tables.</param>
    /// <param name="isPlugIn">Whether entropies are those of the frequencies.</param>
    public static IReadOnlyList<string> Of(long alone, long rows, int tables, bool isPlugIn)
    {
        var all = rows * tables;
        // One row alone is a symbol of its own, and that says nothing.
        if (rows < 2 || 2 * alone <= all) return [];
        // Without the numbers, which would make a line of its own for every layer and checkpoint; they are in the facts.
        var share = 10 * alone > 9 * all ? "nine in ten" : "half";
        if (tables > 1) return [$"more than {share} of the values are alone in their bin"];
        if (alone < all) return [$"more than {share} of the rows are alone in their symbol"];
        return isPlugIn
            ? [Text($"each of the {rows} rows is a symbol of its own: the entropy is ln {rows} and the information is H(Y), whatever the labels")]
            : [Text($"each of the {rows} rows is a symbol of its own, so a correction has nothing to go by")];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
