using Infoscope.Plugins.Binning.Counts;

namespace Infoscope.Plugins.Binning.Corrections;

/// <summary>The plug-in entropy and the first term of its bias: H = H_plug-in + (m - 1)/2N.</summary>
/// <remarks>Never below the plug-in entropy, and may be above ln m. Reference: Miller, "Note on the bias of information estimates" (1955), with the occupied symbols m for those that could occur.</remarks>
internal static class MillerMadowEntropy
{
    /// <summary>Gives it in nats.</summary>
    public static double Nats(CountsOfCounts counts) => PlugInEntropy.Nats(counts) + ((counts.Occupied - 1) / (2.0 * counts.Total));
}
