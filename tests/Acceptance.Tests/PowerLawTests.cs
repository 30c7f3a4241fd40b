using System.Globalization;
using System.Text.Json;
using Infoscope.Acceptance.Tests.Data;
using Infoscope.Acceptance.Tests.Processes;

namespace Infoscope.Acceptance.Tests;

/// <summary>A power law of the coding rate against the size of a model, for rows without any structure.</summary>
public sealed class PowerLawTests : IDisposable
{
    private const int Rows = 32;

    // Dimension and blocks of seven models of one family; 12 blocks d^2 parameters each.
    private static readonly (int Features, int Blocks)[] Models = [(512, 6), (768, 12), (1024, 24), (2048, 24), (2560, 32), (4096, 32), (5120, 36)];

    private readonly string folder = Directory.CreateTempSubdirectory("infoscope-power-law-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void RandomRowsHaveTheSlopeOfTheirDimensionAndTheNullBesideItSaysSo()
    {
        var random = new RandomStream(1, "isotropic rows");
        foreach (var (features, _) in Models) NpyFile.Write(Path.Combine(folder, $"d{features}.npy"), [Rows, features], [.. Enumerable.Range(0, Rows * features).Select(_ => random.NextNormal())]);
        HostProcess.Run(folder, "compare", ".", "--estimators", "spectrum", "--out", "results");
        string[] sizes = [.. Models.SelectMany(model => new[] { "--size", string.Create(CultureInfo.InvariantCulture, $"*d{model.Features}.npy={12.0 * model.Blocks * model.Features * model.Features}") })];
        var fits = HostProcess.Run(folder, ["study", "power-law", "results", .. sizes, "--format", "jsonl"]).Rows.ToDictionary(row => row.GetProperty("of").GetString()!);
        Assert.Equal(-0.325, Slope(fits["ceiling"]), 5e-4);
        Assert.Equal(-0.325, Slope(fits["value"]), 0.005);
        Assert.Equal("no", fits["value"].GetProperty("differs_from_ceiling").GetString());
    }

    private static double Slope(JsonElement fit) => fit.GetProperty("slope").GetDouble();
}
