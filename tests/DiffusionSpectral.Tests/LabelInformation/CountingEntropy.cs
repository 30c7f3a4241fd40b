namespace Infoscope.Plugins.DiffusionSpectral.Tests.LabelInformation;

/// <summary>Counts how often an entropy is asked for.</summary>
internal sealed class CountingEntropy(IPointEntropy entropy) : IPointEntropy
{
    /// <summary>Gets the number of calls.</summary>
    public int Calls { get; private set; }

    /// <inheritdoc/>
    public PointEntropy Of(Points points)
    {
        Calls++;
        return entropy.Of(points);
    }
}
