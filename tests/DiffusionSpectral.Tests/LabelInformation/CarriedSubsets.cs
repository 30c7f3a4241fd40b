using Infoscope.Plugins.DiffusionSpectral.LabelInformation;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.LabelInformation;

/// <summary>The subsets of points that were put in another order.</summary>
/// <param name="inner">The subsets before.</param>
/// <param name="places">Where each point went.</param>
internal sealed class CarriedSubsets(ISubsets inner, int[] places) : ISubsets
{
    /// <inheritdoc/>
    public int[] Draw(int size, int ordinal, int repetition, int count) => [.. inner.Draw(size, ordinal, repetition, count).Select(place => places[place]).Order()];
}
