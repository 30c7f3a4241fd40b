using System.Globalization;
using System.Text.Json;
using Infoscope.Acceptance.Tests.Data;
using Infoscope.Acceptance.Tests.Processes;
using Infoscope.Testing;

namespace Infoscope.Acceptance.Tests;

/// <summary>Diffusion Spectral Entropy from the command line, beside the numbers of its authors' program.</summary>
public sealed class DiffusionSpectralCommandTests : IDisposable
{
    // In bits: what the epsilon that the program adds to every probability, and rounding, amount to.
    private const double Tolerance = 5e-11;

    // Half of the last decimal that a table prints.
    private const double Printed = 5e-5;

    private readonly string folder = Directory.CreateTempSubdirectory("infoscope-diffusion-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("gauss", "3", "2")]
    [InlineData("gauss", "8", "1")]
    [InlineData("gauss", "5", "3")]
    [InlineData("blobs_balanced", "2", "5")]
    [InlineData("blobs_balanced", "10", "2")]
    public void TheEntropyOfAFileIsThatOfTheProgramInNats(string name, string bandwidth, string time)
    {
        var published = JsonDocument.Parse(File.ReadAllText(Files.Reference("diffusion-spectral", "expected.json"))).RootElement.GetProperty("cases").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);
        var bits = published.GetProperty("dse").EnumerateArray().Single(one => IsNumber(one.GetProperty("sigma"), bandwidth) && IsNumber(one.GetProperty("t"), time)).GetProperty("dse_bits").GetDouble();
        File.Copy(Files.Reference("diffusion-spectral", published.GetProperty("input").GetString()!), Path.Combine(folder, "X.npy"));

        var run = HostProcess.Run(
            folder, "compare", "X.npy", "--estimators", "diffusion-spectral", "--set", $"diffusion-spectral.bandwidth={bandwidth}", "--set", $"diffusion-spectral.time={time}", "--format", "jsonl");
        var row = run.Rows.Single(row => row.GetProperty("quantity").GetString() == "entropy");
        Assert.Equal("nats", row.GetProperty("unit").GetString());
        Assert.Equal(bits, row.GetProperty("value").GetDouble() / Math.Log(2), Tolerance);
    }

    [Fact]
    public void ASubsampleIsStatedInEveryEstimate()
    {
        foreach (var name in new[] { "blobs_x.npy", "blobs_y.npy" }) File.Copy(Files.Reference("diffusion-spectral", name), Path.Combine(folder, name));
        var rows = HostProcess.Run(folder, "compare", "blobs_x.npy", "--labels", "y=blobs_y.npy", "--estimators", "diffusion-spectral", "--set", "diffusion-spectral.maximum-rows=100", "--scale-probe", "off", "--format", "jsonl").Rows;
        Assert.Superset(new HashSet<string> { "entropy", "conditional-entropy", "mutual-information" }, rows.Select(row => row.GetProperty("quantity").GetString()!).ToHashSet());
        Assert.All(rows, row => Assert.Contains("a seeded subsample of 100 of 400 rows", row.GetProperty("notes").GetString()!.Split("; ")));
        Assert.All(rows, row => Assert.Equal(100, row.GetProperty("rows_used").GetInt32()));
    }

    [Fact]
    public void ThePrintedEntropyRisesInTrainingAtABandwidthOfTenAndFallsAtOneThatFollowsTheRows()
    {
        var (fixedWidth, following) = (PrintedInBits("10"), PrintedInBits("median/4"));
        Assert.True(fixedWidth[0] < fixedWidth[39] && fixedWidth[0] < fixedWidth[1500], "the entropy does not rise");
        Assert.True(following[0] > following[39] && following[39] > following[1500], "the entropy does not fall");

        // The published numbers have six decimals, so the print alone rounds.
        var published = JsonDocument.Parse(File.ReadAllText(Files.Reference("digits-mlp", "expected_dse.json"))).RootElement.GetProperty("runs").GetProperty("tanh-true").EnumerateArray();
        foreach (var checkpoint in published)
        {
            var epoch = checkpoint.GetProperty("epoch").GetInt32();
            if (fixedWidth.TryGetValue(epoch, out var value)) Assert.Equal(checkpoint.GetProperty("DSE/layer4/sigma10/t1").GetDouble(), value, Printed + 2e-6);
        }
    }

    private static bool IsNumber(JsonElement number, string text) => number.GetDouble() == double.Parse(text, CultureInfo.InvariantCulture);

    private static Dictionary<int, double> PrintedInBits(string bandwidth)
    {
        var root = Repository.PathOf(typeof(DiffusionSpectralCommandTests).Assembly);
        var run = HostProcess.Run(
            root, "compare", "samples/data/digits/tanh-true/epoch{step}.npz:layer4", "--estimators", "diffusion-spectral", "--quantities", "entropy", "--unit", "bits", "--set", $"diffusion-spectral.bandwidth={bandwidth}");
        var printed = PrintedTable.Lines(run.Output, "entropy H(Z), in bits, by diffusion-spectral").ToDictionary(line => line.Step, line => line.Value);
        Assert.Equal([0, 39, 1500], printed.Keys.Order());
        return printed;
    }
}
