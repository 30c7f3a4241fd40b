namespace Infoscope.Plugins.DiffusionSpectral.Kernels.Tiles;

/// <summary>Tiles that were used and can be used again, so that one kernel after another takes no more memory than the largest of them.</summary>
internal sealed class TileStore
{
    private readonly Stack<float[]> free = [];

    /// <summary>Gives a tile with any content.</summary>
    public float[] Take() => free.TryPop(out var tile) ? tile : GC.AllocateUninitializedArray<float>(TileProduct.Edge * TileProduct.Edge, pinned: true);

    /// <summary>Takes a tile back.</summary>
    public void Return(float[] tile) => free.Push(tile);
}
