using System.Globalization;
using Infoscope.Plugins.Spectrum.Renyi.Kernels;

namespace Infoscope.Plugins.Spectrum.Renyi.Reports;

/// <summary>Says when an entropy speaks of the kernel rather than of the rows, and when an information is below 0.</summary>
internal sealed class RenyiNotes(RenyiOptions options)
{
    // The share of the range from which on the rest says little; the verdict on ceilings uses the same.
    private const double Near = 0.99;

    // Beyond what a sum of entropies of some thousand rows may be off by rounding.
    private const double RoundingNats = 1e-10;

    /// <summary>Gives the notes on an entropy.</summary>
    /// <param name="nats">The entropy.</param>
    /// <param name="rank">The most eigenvalues other than 0.</param>
    public IReadOnlyList<string> OfEntropy(double nats, int rank)
    {
        if (rank < 2) return [];
        var share = nats / Math.Log(rank);
        if (share >= Near) return [$"{Percent(share)} of ln {rank}: {(options.Kernel == KernelKind.Rbf ? "nearly every row is alone at this bandwidth; a larger one tells more" : "the directions are spread almost evenly")}"];
        if (share <= 1 - Near) return [$"{Percent(share)} of ln {rank}: {(options.Kernel == KernelKind.Rbf ? "nearly all rows are one at this bandwidth; a smaller one tells more" : "nearly all rows have one direction")}"];
        return [];
    }

    /// <summary>Gives the notes on an information.</summary>
    /// <param name="nats">The information.</param>
    /// <param name="entropyNats">The entropy of the rows that it is about.</param>
    /// <param name="rank">The most eigenvalues other than 0.</param>
    public IReadOnlyList<string> OfInformation(double nats, double entropyNats, int rank)
    {
        var found = new List<string>();
        if (options.Alpha != 1 && nats < -RoundingNats)
            found.Add($"below 0, and not by rounding: an information of order {options.Alpha.ToString(CultureInfo.InvariantCulture)} may be; one of order 1 is not");
        if (options.Kernel == KernelKind.Rbf && rank > 1 && entropyNats >= Near * Math.Log(rank))
            found.Add("nearly every row is alone at this bandwidth, so any labels tell nearly all that they have to tell");
        return found;
    }

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
