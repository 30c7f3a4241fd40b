using Infoscope.Plugins.DiffusionSpectral.Kernels.Tiles;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Kernels.Tiles;

public sealed class TileMemoryTests
{
    [Fact]
    public void EveryTileHasElementsOfItsOwn()
    {
        using var memory = new TileMemory(3);
        for (var tile = 0; tile < memory.Count; tile++) memory[tile].Fill(tile + 1);
        for (var tile = 0; tile < memory.Count; tile++)
        {
            Assert.Equal(TileProduct.Edge * TileProduct.Edge, memory[tile].Length);
            Assert.Equal(-1, memory[tile].IndexOfAnyExcept(tile + 1f));
        }
    }

    [Fact]
    public void NoneBeyondTheLastAndNoneAfterwardsIsGiven()
    {
        var memory = new TileMemory(2);
        Assert.Throws<ArgumentOutOfRangeException>(() => memory[2].Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => memory[-1].Length);
        memory.Dispose();
        Assert.Throws<ObjectDisposedException>(() => memory[0].Length);
    }
}
