using System.Collections.Concurrent;
using System.Globalization;
using Infoscope.Acceptance.Tests.Processes;
using Infoscope.Testing;

namespace Infoscope.Acceptance.Tests;

/// <summary>The instructions that a processor has and the threads that are used change how fast estimates come, not a bit of them.</summary>
public sealed class SameEstimatesTests
{
    private static readonly string Root = Repository.PathOf(typeof(SameEstimatesTests).Assembly);

    // The estimates with all instructions, by precision.
    private static readonly ConcurrentDictionary<string, string[]> WithAll = new();

    // Columns that say how long a run took and what it took.
    private static readonly string[] Costs = ["seconds", "peak_bytes", "threads"];

    /// <summary>Switches of the runtime that leave 256 bits, 128 bits without fused instructions, and one number at a time; and threads beside them.</summary>
    [Theory]
    [InlineData("single", "DOTNET_EnableAVX512", 1)]
    [InlineData("single", "DOTNET_EnableAVX2", 8)]
    [InlineData("single", "DOTNET_EnableHWIntrinsic", 2)]
    [InlineData("double", "DOTNET_EnableAVX512", 8)]
    [InlineData("double", "DOTNET_EnableAVX2", 2)]
    [InlineData("double", "DOTNET_EnableHWIntrinsic", 1)]
    public void FewerInstructionsAndOtherThreadsGiveTheSameEstimates(string precision, string instructions, int threads)
    {
        var all = WithAll.GetOrAdd(precision, _ => Estimates(precision, 2, new Dictionary<string, string>()));
        Assert.True(all.Length > 50);
        Assert.Equal(all, Estimates(precision, threads, new Dictionary<string, string> { [instructions] = "0" }));
    }

    private static string[] Estimates(string precision, int threads, IReadOnlyDictionary<string, string> environment)
    {
        var run = HostProcess.RunTo(
            0, Root, environment, "compare", "samples/data/digits/tanh-true/epoch0039.npz:layer4", "--labels", "digit=samples/data/digits/test_labels.npy", "--estimators",
            "soft-entropy,binning,diffusion-spectral,renyi,spectrum", "--precision", precision, "--threads", threads.ToString(CultureInfo.InvariantCulture), "--null", "2", "--format", "jsonl", "--quiet");
        return [.. run.Rows.Select(row => string.Join(' ', row.EnumerateObject().Where(column => !Costs.Contains(column.Name)).Select(column => $"{column.Name}={column.Value}")))];
    }
}
