using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Conformance.Generators;

/// <summary>Labels with coarsenings, drawn by FsCheck. Equal seeds of FsCheck give equal labels. At least one row is labelled.</summary>
/// <remarks>The coarse labels are 0 .. C-1, each of them the coarse label of some label; C is from 1 to the number of labels.</remarks>
public static class LabelGenerators
{
    /// <summary>Makes the generator of labels of every kind, each kind as often as any other.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is below 1.</exception>
    public static Gen<LabelTree> Any(int rows) => Gen.OneOf([.. Enum.GetValues<LabelKind>().Select(kind => Of(kind, rows))]);

    /// <summary>Makes the generator of labels of a kind.</summary>
    /// <param name="kind">The kind; the clusters of <see cref="LabelKind.OfClusters"/> are drawn for the occasion, 2 to 6 of about equal size.</param>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a kind, or <paramref name="rows"/> is below 1.</exception>
    public static Gen<LabelTree> Of(LabelKind kind, int rows)
    {
        if (!Enum.IsDefined(kind)) throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of labels; give a member of LabelKind.");
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        return Streams.Make("labels", random =>
        {
            var clusterOf = new int[rows];
            var clusters = RowMaker.ClusterCount(random, rows);
            for (var row = 0; row < rows; row++) clusterOf[row] = (int)random.NextBelow(clusters);
            return new LabelMaker(random).Make(kind, clusterOf);
        });
    }

    /// <summary>Gives simpler labels of the same rows: labels merged, unused ones dropped, fewer coarse labels, missing labels given, smaller numbers. No row loses its label.</summary>
    /// <remarks>Each candidate is strictly smaller by (labels, sum of their coarse labels, pairs of labels whose coarse ones are out of order, unlabelled rows, sum of the rows' labels), so that shrinking ends. It is lazy.</remarks>
    public static IEnumerable<LabelTree> Shrink(LabelTree labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return LabelShrinker.Shrink(labels);
    }
}
