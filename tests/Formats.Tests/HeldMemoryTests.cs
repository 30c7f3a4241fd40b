namespace Infoscope.Formats.Tests;

/// <summary>What an open file holds in memory; alone, since it is measured over the whole process.</summary>
[Collection(nameof(HeldMemoryTests))]
public sealed class HeldMemoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("most.npz")]
    [InlineData("most.safetensors")]
    public void AsManyArraysAsAreAllowedHoldLittle(string name)
    {
        var path = folder.Write(name, name.EndsWith(".npz", StringComparison.Ordinal) ? HandmadeFiles.Members(HandmadeFiles.MostArrays) : HandmadeFiles.Tensors(HandmadeFiles.MostArrays));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var file = ArrayFile.Open(path);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, Reading.MostBeyondTheData);
        Assert.Equal(HandmadeFiles.MostArrays, file.Arrays.Count + file.Unreadable.Count);
    }

    [CollectionDefinition(nameof(HeldMemoryTests), DisableParallelization = true)]
    public sealed class Alone;
}
