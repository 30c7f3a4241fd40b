namespace Infoscope.Plugins.Spectrum.Distances;

/// <summary>One distance between every two sentences.</summary>
/// <param name="distance">The distance.</param>
/// <param name="size">The number of sentences.</param>
/// <param name="tokenLength">About how long the longest tokens are.</param>
internal sealed class DistanceMatrix(SentenceDistance distance, int size, double tokenLength)
{
    // Roots of rounding errors stay below this beside the largest distance.
    private const double RelativeTie = 1e-6;

    // Where that is rounding itself, which is left in what is no root, distances stay below this beside the tokens.
    private const double TieBesideTokens = 1e-10;

    // The lower triangle, row by row.
    private readonly double[] values = new double[size * (size - 1) / 2];

    /// <summary>Gets the distance.</summary>
    public SentenceDistance Distance => distance;

    /// <summary>Gets the number of sentences.</summary>
    public int Size => size;

    /// <summary>Gets the difference up to which two distances are equal but for rounding.</summary>
    public double Tie => Math.Max(RelativeTie * Vectors.LargestMagnitude(values), TieBesideTokens * Math.Pow(tokenLength, distance.Degree));

    /// <summary>Gets or sets the distance of two different sentences, in either order.</summary>
    public double this[int i, int j]
    {
        get => values[Place(i, j)];
        set => values[Place(i, j)] = value;
    }

    private static int Place(int i, int j) => i > j ? (i * (i - 1) / 2) + j : (j * (j - 1) / 2) + i;
}
