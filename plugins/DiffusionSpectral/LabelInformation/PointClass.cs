namespace Infoscope.Plugins.DiffusionSpectral.LabelInformation;

/// <summary>The points of one label.</summary>
internal sealed record PointClass
{
    /// <summary>Gets the label.</summary>
    public required int Label { get; init; }

    /// <summary>Gets the points, in increasing order.</summary>
    public required int[] Members { get; init; }

    /// <summary>Gets how many classes of the same size come before it.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Gets the number of points.</summary>
    public int Size => Members.Length;
}
