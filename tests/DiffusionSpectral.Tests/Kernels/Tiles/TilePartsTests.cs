using Infoscope.Plugins.DiffusionSpectral.Kernels.Tiles;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Kernels.Tiles;

public sealed class TilePartsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 2)]
    [InlineData(8, 8)]
    [InlineData(29, 3)]
    public void EveryRowIsVisitedOnceByItsPart(int blocks, int threads)
    {
        var parts = new int[blocks];
        TileParts.Run(blocks, threads, (part, row) => Interlocked.Add(ref parts[row], part + 1), CancellationToken.None);
        Assert.All(TileParts.Rows(blocks), (rows, part) => Assert.All(rows, row => Assert.Equal(part + 1, parts[row])));
        Assert.DoesNotContain(0, parts);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(79)]
    public void PartsHaveNearlyAsManyTiles(int blocks)
    {
        int[] tiles = [.. TileParts.Rows(blocks).Select(rows => rows.Sum(row => row + 1))];
        Assert.Equal(blocks * (blocks + 1) / 2, tiles.Sum());
        Assert.InRange(tiles.Max() * tiles.Length, tiles.Sum(), 1.1 * tiles.Sum());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ItEndsSoonAfterItIsCancelled(int threads)
    {
        using var cancellation = new CancellationTokenSource();
        var visits = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => TileParts.Run(50, threads, (_, _) =>
        {
            if (Interlocked.Increment(ref visits) == 3) cancellation.Cancel();
        }, cancellation.Token));
        Assert.InRange(visits, 3, 3 + threads);
    }
}
