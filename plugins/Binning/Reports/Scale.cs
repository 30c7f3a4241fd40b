using Infoscope.Plugins.Binning.Grids;

namespace Infoscope.Plugins.Binning.Reports;

/// <summary>What entropies and information are divided by to be normalized.</summary>
/// <remarks>
/// Per dimension it is ln m, as published. Elsewhere it is the most that the plug-in entropy of the rows can be, the logarithm of the symbols or of the rows: the
/// cells of a joint grid are more than any data can fill. A corrected entropy is not bounded by the rows, so there it is the logarithm of the symbols where that is known.
/// </remarks>
internal sealed class Scale(BinningMode mode, Grid? grid)
{
    /// <summary>Gives the scale; null where there is none above 0.</summary>
    /// <param name="ceilingNats">The most that the entropy of the rows can be; infinite where that is not known.</param>
    public Amount? Of(double ceilingNats)
    {
        var nats = mode == BinningMode.PerDimension ? Math.Log(grid!.Bins) : ceilingNats;
        return nats > 0 && double.IsFinite(nats) ? Information.FromNats(nats) : null;
    }
}
