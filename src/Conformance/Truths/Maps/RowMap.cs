namespace Infoscope.Conformance.Truths;

/// <summary>An invertible map of one row, so that a row and its image carry the same information.</summary>
/// <remarks>Immutable and safe for any number of threads.</remarks>
public abstract class RowMap
{
    /// <summary>Gets the identity, in lower case with hyphens, that a transformed task adds to its own.</summary>
    public abstract string Id { get; }

    /// <summary>Gets what the map is, in a few words with their article.</summary>
    public abstract string Name { get; }

    /// <summary>Gives the number of features of the image of a row.</summary>
    /// <exception cref="ArgumentException">The map is not defined for rows of that many features.</exception>
    public virtual int OutputFeatures(int features) => features;

    /// <summary>Gives the image of a row; the row is left as it is.</summary>
    public abstract double[] Apply(ReadOnlySpan<double> row);

    /// <summary>Gives the row of an image, to rounding error.</summary>
    public abstract double[] Invert(ReadOnlySpan<double> image);

    /// <summary>Gives ln |det J| where it is the same for every row, by which a differential entropy grows; null where it is not, or the image has other dimensions.</summary>
    public virtual double? LogVolumeNats(int features) => null;
}
