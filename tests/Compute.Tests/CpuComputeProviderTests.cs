namespace Infoscope.Compute.Tests;

public sealed class CpuComputeProviderTests
{
    private readonly CpuComputeProvider provider = new();

    [Fact]
    public void TheOneDeviceIsTheProcessor()
    {
        var device = Assert.Single(provider.Probe());
        Assert.Equal(("cpu", "cpu"), (provider.Name, device.Id));
        Assert.Matches(@"^processor, \d+-bit vectors, \d+ cores?$", device.Description);
        Assert.True(device.MemoryBytes > 0);
    }

    [Fact]
    public void AnotherDeviceIsRefusedByName()
    {
        var exception = Assert.Throws<ArgumentException>(() => provider.Open(new ComputeDevice { Id = "cuda:0", Description = "another" }, Precision.Single));
        Assert.Contains("cuda:0", exception.Message);
        Assert.Throws<ArgumentNullException>(() => provider.Open(null!, Precision.Single));
    }

    [Fact]
    public void APrecisionWithoutANameIsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => provider.Open(provider.Probe()[0], (Precision)7));

    [Fact]
    public void AMatrixBeyondTheLengthOfAnArrayIsRefusedWithTheRemedy()
    {
        using var session = provider.Open(provider.Probe()[0], Precision.Single);
        Assert.Contains("use smaller blocks", Assert.Throws<ArgumentException>(() => session.Accumulator(100_000, 100_000)).Message);
        Assert.Equal(0, session.LiveMatrices);
    }
}
