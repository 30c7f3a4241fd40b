namespace Infoscope.Plugins.DiffusionSpectral;

/// <summary>An entropy of a set of points.</summary>
internal interface IPointEntropy
{
    /// <summary>Gets the fewest points that it is defined for.</summary>
    int MinimumPoints => 1;

    /// <summary>Gets what an entropy near the upper end of its range says of the rows.</summary>
    string UpperEnd => "nearly every row is alone, so the value tells how many there are; a larger bandwidth, such as median, or a longer time tells more";

    /// <summary>Gets what an entropy near the lower end of its range says of the rows.</summary>
    string LowerEnd => "nearly all rows are one; a smaller bandwidth or a shorter time tells more";

    /// <summary>Gets what an entropy at its floor or ceiling says of the rows; null where these are the ends of the range.</summary>
    string? BracketEnd => null;

    /// <summary>Gives the entropy of the points.</summary>
    /// <exception cref="OperationCanceledException">The estimation was cancelled.</exception>
    PointEntropy Of(Points points);

    /// <summary>Gives the entropies of some subsets of points; each is that of <see cref="Of"/>, whatever the others.</summary>
    /// <param name="points">The points.</param>
    /// <param name="subsets">The points of each subset.</param>
    /// <exception cref="OperationCanceledException">The estimation was cancelled.</exception>
    PointEntropy[] OfEach(Points points, IReadOnlyList<int[]> subsets) => [.. subsets.Select(subset => Of(points.Take(subset)))];

    /// <summary>Gives the largest range that the entropy of so many points can have, in nats.</summary>
    (double Low, double High) RangeNats(int points) => (0, Math.Log(points));
}
