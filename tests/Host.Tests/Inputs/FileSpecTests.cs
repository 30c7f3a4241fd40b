using Infoscope.Host.Inputs;

namespace Infoscope.Host.Tests.Inputs;

public sealed class FileSpecTests
{
    [Theory]
    [InlineData("acts.npy", "acts.npy", null)]
    [InlineData("acts.npz:layer1", "acts.npz", "layer1")]
    [InlineData("acts.npz:layer*", "acts.npz", "layer*")]
    [InlineData("step{step}.safetensors:layer4", "step{step}.safetensors", "layer4")]
    [InlineData("labels.csv:a column", "labels.csv", "a column")]
    [InlineData("C:\\a.npz:x", "C:\\a.npz", "x")]
    [InlineData("C:\\a.npz", "C:\\a.npz", null)]
    [InlineData("c:a.npy", "c:a.npy", null)]
    [InlineData("C:/runs/1/a.NPZ:x", "C:/runs/1/a.NPZ", "x")]
    [InlineData("acts.npz:model/layer:1", "acts.npz", "model/layer:1")]
    [InlineData("run:1/acts.npy", "run:1/acts.npy", null)]
    [InlineData("run:1/acts.npz:x", "run:1/acts.npz", "x")]
    [InlineData("run.npy:1", "run.npy", "1")]
    [InlineData("acts:layer1", "acts", "layer1")]
    [InlineData(":x", ":x", null)]
    public void AFileIsSplitFromItsKey(string text, string path, string? key)
    {
        var spec = FileSpec.Parse(text);
        Assert.Equal((path, key), (spec.Path, spec.Key));
        Assert.Equal(text, spec.ToString());
    }
}
