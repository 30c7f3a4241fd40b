using System.Globalization;
using System.Text.Json;
using Infoscope.Acceptance.Tests.Data;
using Infoscope.Acceptance.Tests.Processes;

namespace Infoscope.Acceptance.Tests;

/// <summary>A power law of the coding rate against the size of a model, for random rows and for rows that follow one.</summary>
public sealed class PowerLawTests : IDisposable
{
    // Dimension and blocks of seven models of one family; 12 blocks d^2 parameters each.
    private static readonly (int Features, int Blocks)[] Models = [(512, 6), (768, 12), (1024, 24), (2048, 24), (2560, 32), (4096, 32), (5120, 36)];

    private readonly string folder = Directory.CreateTempSubdirectory("infoscope-power-law-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(32, 1, -0.3242, -0.325)]
    [InlineData(32, 2, -0.3242, -0.325)]
    [InlineData(32, 3, -0.3242, -0.325)]
    [InlineData(512, 1, -0.277, -0.304)]
    [InlineData(512, 2, -0.277, -0.304)]
    public void RandomRowsHaveTheSlopeOfTheirDimensionAndTheStudySaysSo(int rows, ulong seed, double slope, double slopeOfCeiling)
    {
        var random = new RandomStream(seed, "isotropic rows");
        foreach (var (features, _) in Models) NpyFile.Write(Path.Combine(folder, $"d{features}.npy"), [rows, features], [.. Enumerable.Range(0, rows * features).Select(_ => random.NextNormal())]);
        HostProcess.Run(folder, "compare", ".", "--estimators", "spectrum", "--quantities", "coding-rate-normalized", "--out", "results");
        string[] sizes = [.. Models.SelectMany(model => new[] { "--size", string.Create(CultureInfo.InvariantCulture, $"*d{model.Features}.npy={12.0 * model.Blocks * model.Features * model.Features}") })];
        var fits = HostProcess.Run(folder, ["study", "power-law", "results", .. sizes, "--format", "jsonl"]).Rows.ToDictionary(row => row.GetProperty("of").GetString()!);
        Assert.Equal(slopeOfCeiling, Slope(fits["ceiling"]), 5e-4);
        Assert.Equal(slope, Slope(fits["isotropic rows"]), 5e-4);
        Assert.Equal(slope, Slope(fits["value"]), 1e-3);
        Assert.Equal("no", fits["value"].GetProperty("differs_from_isotropic").GetString());
    }

    [Fact]
    public void APlantedLawOfTheEquivalentRankIsRecoveredWithinItsError()
    {
        // k equal directions at right angles, as many rows along each, k = N^0.3 to the nearest whole number.
        const double Exponent = 0.3;
        const int Features = 64, RowsOfDirection = 8;
        double[] sizes = [1e2, 4e2, 1.6e3, 6.4e3, 2.56e4, 1.024e5];
        foreach (var size in sizes)
        {
            var directions = (int)Math.Round(Math.Pow(size, Exponent));
            double[] values = [.. Enumerable.Range(0, directions * RowsOfDirection).SelectMany(row => Enumerable.Range(0, Features).Select(feature => feature == row % directions ? 1.0 + row : 0))];
            NpyFile.Write(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"model{size:0}.npy")), [directions * RowsOfDirection, Features], values);
        }

        HostProcess.Run(folder, "compare", ".", "--estimators", "spectrum", "--quantities", "equivalent-rank", "--out", "results");
        string[] named = [.. sizes.SelectMany(size => new[] { "--size", string.Create(CultureInfo.InvariantCulture, $"*model{size:0}.npy={size:0}") })];
        var fit = HostProcess.Run(folder, ["study", "power-law", "results", "--quantities", "equivalent-rank", .. named, "--format", "jsonl"]).Rows.First();
        Assert.Equal("value", fit.GetProperty("of").GetString());
        // What rounding to whole numbers scatters is all that is wrong.
        Assert.InRange(fit.GetProperty("standard_error").GetDouble(), 1e-5, 0.02);
        Assert.InRange(Slope(fit) - Exponent, -fit.GetProperty("standard_error").GetDouble(), fit.GetProperty("standard_error").GetDouble());
        Assert.Equal("yes", fit.GetProperty("differs_from_isotropic").GetString());
    }

    private static double Slope(JsonElement fit) => fit.GetProperty("slope").GetDouble();
}
