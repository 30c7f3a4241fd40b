namespace Infoscope.Plugins.Spectrum.Distances;

/// <summary>One distance between every two sentences.</summary>
internal sealed class DistanceMatrix(SentenceDistance distance, int size)
{
    // The lower triangle, row by row.
    private readonly double[] values = new double[size * (size - 1) / 2];

    /// <summary>Gets the distance.</summary>
    public SentenceDistance Distance => distance;

    /// <summary>Gets the number of sentences.</summary>
    public int Size => size;

    /// <summary>Gets the largest.</summary>
    public double Largest => values.DefaultIfEmpty().Max();

    /// <summary>Gets or sets the distance of two different sentences, in either order.</summary>
    public double this[int i, int j]
    {
        get => values[Place(i, j)];
        set => values[Place(i, j)] = value;
    }

    private static int Place(int i, int j) => i > j ? (i * (i - 1) / 2) + j : (j * (j - 1) / 2) + i;
}
