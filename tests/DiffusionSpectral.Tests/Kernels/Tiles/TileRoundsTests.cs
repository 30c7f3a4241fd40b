using System.Collections.Concurrent;
using Infoscope.Plugins.DiffusionSpectral.Kernels.Tiles;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Kernels.Tiles;

public sealed class TileRoundsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(7, 3)]
    [InlineData(8, 2)]
    [InlineData(8, 8)]
    public void EveryTileIsVisitedOnceAndEveryBlockMeetsTheOthersInOneOrder(int blocks, int threads)
    {
        var partners = Partners(blocks, threads);
        Assert.All(partners, (of, _) => Assert.Equal(Enumerable.Range(0, blocks), of.Order()));
        Assert.Equal(Partners(blocks, threads: 1), partners);
    }

    [Fact]
    public void NoBlockIsInTwoTilesAtOnce()
    {
        const int blocks = 9;
        var inUse = new int[blocks];
        var most = 0;
        TileRounds.Run(blocks, threads: 4, (row, column) =>
        {
            foreach (var block in new[] { row, column }.Distinct())
            {
                if (Interlocked.Increment(ref inUse[block]) > 1) Interlocked.Increment(ref most);
            }

            Thread.Sleep(1);
            foreach (var block in new[] { row, column }.Distinct()) Interlocked.Decrement(ref inUse[block]);
        }, CancellationToken.None);
        Assert.Equal(0, most);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ItEndsSoonAfterItIsCancelled(int threads)
    {
        using var cancellation = new CancellationTokenSource();
        var visits = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => TileRounds.Run(50, threads, (_, _) =>
        {
            if (Interlocked.Increment(ref visits) == 3) cancellation.Cancel();
        }, cancellation.Token));
        Assert.InRange(visits, 3, 50);
    }

    private static int[][] Partners(int blocks, int threads)
    {
        var partners = Enumerable.Range(0, blocks).Select(_ => new ConcurrentQueue<int>()).ToArray();
        TileRounds.Run(blocks, threads, (row, column) =>
        {
            Assert.InRange(column, 0, row);
            partners[row].Enqueue(column);
            if (row != column) partners[column].Enqueue(row);
        }, CancellationToken.None);
        return Array.ConvertAll(partners, of => of.ToArray());
    }
}
