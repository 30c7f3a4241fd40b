using Infoscope.Testing;

namespace Infoscope.Compute.Tests;

public sealed class WidthTests
{
    /// <summary>Switches of the runtime that leave 256 bits, 128 bits without fused instructions, and one number at a time.</summary>
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void NarrowerRegistersGiveTheSameBits(string instructions)
    {
        var all = Run(new Dictionary<string, string>());
        var fewer = Run(new Dictionary<string, string> { [instructions] = "0" });
        Assert.Equal(18, all.Length);
        Assert.Equal(all, fewer);
    }

    private static string[] Run(IReadOnlyDictionary<string, string> environment)
    {
        var assembly = typeof(WidthTests).Assembly.Location;
        var (exitCode, output, errors) = Programs.Run(Programs.In(AppContext.BaseDirectory, environment, "dotnet", "exec", assembly));
        Assert.Equal((0, ""), (exitCode, errors));
        return output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
