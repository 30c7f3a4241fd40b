using System.Text.Json;
using Infoscope.Acceptance.Tests.Data;
using Infoscope.Acceptance.Tests.Processes;

namespace Infoscope.Acceptance.Tests;

/// <summary>The information plane of the digits network, trained on true and on permuted labels, at every checkpoint.</summary>
public sealed class InformationPlaneTests : IDisposable
{
    // The published numbers have five decimals.
    private const double ToFiveDecimals = 5.1e-6;

    private const int Checkpoints = 20;

    private readonly string folder = Directory.CreateTempSubdirectory("infoscope-plane-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void TheInformationOfTheDecisionIsThePublishedPlugInInformation()
    {
        var points = Plane("--set", "binning.mode=argmax");
        var published = JsonDocument.Parse(File.ReadAllText(Files.Reference("digits-mlp", "expected_argmax.json"))).RootElement.GetProperty("runs");
        foreach (var condition in new[] { "tanh-true", "tanh-random" })
        {
            var found = points.Where(point => Text(point, "set").Contains(condition, StringComparison.Ordinal) && Text(point, "layer") == "layer5").ToDictionary(point => Text(point, "step"), point => Number(point, "label_information") / Math.Log(2));
            Assert.Equal(Checkpoints, found.Count);
            foreach (var epoch in published.GetProperty(condition).EnumerateObject()) Assert.Equal(epoch.Value.GetDouble(), found[epoch.Name], ToFiveDecimals);
        }
    }

    [Fact]
    public void WithFineBinsTheFourthLayerIsMarkedSaturatedForTrueAndForPermutedLabels()
    {
        var points = Plane("--set", "binning.bins=30").Where(point => Text(point, "layer") == "layer4").ToArray();
        Assert.Equal(2 * Checkpoints, points.Length);
        // All but two checkpoints of the network that learns, where a few rows share their bins.
        Assert.Equal(38, points.Count(point => Text(point, "input_mark") == "saturated"));
        Assert.All(points, point =>
        {
            Assert.Equal("saturated", Text(point, "label_mark"));
            Assert.Equal(Number(point, "input_information") >= 0.99 * Number(point, "input_ceiling") ? "saturated" : "", Text(point, "input_mark"));
            // Permuted labels give nearly as much.
            Assert.InRange(Number(point, "label_null_mean"), 0.95 * Number(point, "label_ceiling"), Number(point, "label_ceiling") * (1 + 1e-12));
        });
    }

    [Fact]
    public void WithTwoBinsTrainingOnTrueLabelsCompressesAndMemorisingDoesNot()
    {
        var points = Plane();
        double At(string condition, string step) => Number(points.Single(point => Text(point, "set").Contains(condition, StringComparison.Ordinal) && Text(point, "layer") == "layer4" && Text(point, "step") == step), "input_information");
        Assert.True(At("tanh-true", "1500") < 0.7 * At("tanh-true", "0"));
        Assert.True(At("tanh-random", "1500") > 1.1 * At("tanh-random", "0"));
    }

    private static string Text(JsonElement point, string name) => point.GetProperty(name).GetString()!;

    private static double Number(JsonElement point, string name) => point.GetProperty(name).GetDouble();

    private JsonElement[] Plane(params string[] options)
    {
        HostProcess.Run(folder, ["compare", Files.Sample("information-plane.json"), "--out", "results", .. options]);
        return HostProcess.Run(folder, "study", "information-plane", "results", "--format", "jsonl").Rows;
    }
}
