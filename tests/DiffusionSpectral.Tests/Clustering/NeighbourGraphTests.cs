using FsCheck.Xunit;
using Infoscope.Plugins.DiffusionSpectral.Clustering;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Clustering;

public sealed class NeighbourGraphTests
{
    [Fact]
    public void NeighboursOfEachOtherHaveWeightOneAndOthersHalf()
    {
        using var compute = Classes.Session();
        var graph = NeighbourGraph.Of(compute, new Points([0, 1, 3], 3, 1), 2, CancellationToken.None);
        Assert.Equal([1], graph.ColumnsOf(0).ToArray());
        Assert.Equal([1.0], graph.ValuesOf(0).ToArray());
        Assert.Equal([0, 2], graph.ColumnsOf(1).ToArray());
        Assert.Equal([1, 0.5], graph.ValuesOf(1).ToArray());
        Assert.Equal([0.5], graph.ValuesOf(2).ToArray());
    }

    // On a small lattice most distances are equal to others, and rows to rows.
    [Property]
    public void ItIsTheDefinitionWithTiesByIndex(int seed)
    {
        var random = new RandomStream((ulong)seed, "lattice");
        var (count, neighbours) = (5 + (int)random.NextBelow(40), 2 + (int)random.NextBelow(4));
        int[][] rows = [.. Enumerable.Range(0, count).Select(_ => new[] { (int)random.NextBelow(4), (int)random.NextBelow(4) })];
        int[][] nearest = [.. Enumerable.Range(0, count).Select(row => Enumerable.Range(0, count).Where(other => other != row)
            .OrderBy(other => rows[row].Zip(rows[other], (x, y) => (x - y) * (x - y)).Sum()).ThenBy(other => other).Take(neighbours - 1).ToArray())];
        using var compute = Classes.Session();
        var graph = NeighbourGraph.Of(compute, new Points([.. rows.SelectMany(row => row.Select(value => (double)value))], count, 2), neighbours, CancellationToken.None);
        for (var row = 0; row < count; row++)
        {
            var expected = Enumerable.Range(0, count).Select(other => (Other: other, Weight: ((nearest[row].Contains(other) ? 1 : 0) + (nearest[other].Contains(row) ? 1 : 0)) / 2.0)).Where(pair => pair.Weight > 0).ToArray();
            Assert.Equal(expected.Select(pair => pair.Other), graph.ColumnsOf(row).ToArray());
            Assert.Equal(expected.Select(pair => pair.Weight), graph.ValuesOf(row).ToArray());
        }
    }
}
