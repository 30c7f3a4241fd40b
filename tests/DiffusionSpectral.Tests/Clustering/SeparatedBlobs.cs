using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Clustering;

/// <summary>Gaussian blobs of equal size and unit spread, 30 apart, in random row order: 2 to 10 blobs of 12 to 40 rows in 2 to 12 dimensions.</summary>
public sealed record SeparatedBlobs
{
    private const int LeastRows = 12;

    public static Arbitrary<SeparatedBlobs> Generated { get; } = Arb.From(
        from blobs in Gen.Choose(2, 10)
        from rows in Gen.Choose(LeastRows, 40)
        from features in Gen.Choose(2, 12)
        from bridged in Gen.Elements(false, true)
        from seed in Gen.Choose(0, int.MaxValue)
        select new SeparatedBlobs { Blobs = blobs, RowsOfBlob = rows, Features = features, IsBridged = bridged, Seed = (ulong)seed },
        Shrink);

    public required int Blobs { get; init; }

    public required int RowsOfBlob { get; init; }

    public required int Features { get; init; }

    /// <summary>Gets whether each row has one neighbour outside its blob, so that the graph does not fall apart into the blobs.</summary>
    public required bool IsBridged { get; init; }

    public required ulong Seed { get; init; }

    public int Neighbours => IsBridged ? RowsOfBlob + 1 : 10;

    internal int[] Planted() => [.. Order().Select(place => place % Blobs)];

    internal double[][] Rows()
    {
        var random = new RandomStream(Seed, "blobs");
        return [.. Planted().Select(blob => Enumerable.Range(0, Features).Select(feature => 30 * CentreOf(blob, feature) + random.NextNormal()).ToArray())];
    }

    internal int[] Classes(double[][] rows, ulong seed = 1) => Clustering.Classes.Of(PointsOf(rows), Blobs, Neighbours, seed);

    internal static Points PointsOf(double[][] rows) => new([.. rows.SelectMany(row => row)], rows.Length, rows[0].Length);

    /// <summary>Draws a random order of the rows.</summary>
    internal int[] Order()
    {
        var permutation = new KeyedPermutation(Seed, "order", Blobs * RowsOfBlob);
        return [.. Enumerable.Range(0, Blobs * RowsOfBlob).Select(place => (int)permutation[place])];
    }

    // A lattice of four columns.
    private static int CentreOf(int blob, int feature) => feature switch { 0 => blob % 4, 1 => blob / 4, _ => 0 };

    private static IEnumerable<SeparatedBlobs> Shrink(SeparatedBlobs blobs)
    {
        if (blobs.Blobs > 2) yield return blobs with { Blobs = blobs.Blobs - 1 };
        if (blobs.RowsOfBlob > LeastRows) yield return blobs with { RowsOfBlob = LeastRows };
        if (blobs.RowsOfBlob > LeastRows) yield return blobs with { RowsOfBlob = blobs.RowsOfBlob - 1 };
        if (blobs.Features > 2) yield return blobs with { Features = 2 };
        if (blobs.IsBridged) yield return blobs with { IsBridged = false };
    }
}
