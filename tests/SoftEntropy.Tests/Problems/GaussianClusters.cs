namespace Infoscope.Plugins.SoftEntropy.Tests.Problems;

/// <summary>Standard normal rows around a centre per label; labels are drawn with equal chance. The centres stay the same over draws of the rows.</summary>
public sealed record GaussianClusters
{
    public required int Labels { get; init; }

    public required int Features { get; init; }

    /// <summary>Gets the standard deviation of the centres.</summary>
    public required double Separation { get; init; }

    /// <summary>Draws rows and labels.</summary>
    public EstimatorRun Draw(int count, ulong seed)
    {
        var centred = new RandomStream(16, "centres");
        double[][] centres = [.. Enumerable.Range(0, Labels).Select(_ => Enumerable.Range(0, Features).Select(_ => Separation * centred.NextNormal()).ToArray())];
        var random = new RandomStream(seed, "clusters");
        int[] labels = [.. Enumerable.Range(0, count).Select(_ => (int)random.NextBelow(Labels))];
        return new EstimatorRun
        {
            Rows = [.. labels.Select(label => centres[label].Select(middle => middle + random.NextNormal()).ToArray())],
            LabelSets = [new TestLabels("y", labels)],
        };
    }
}
