using System.Globalization;
using System.Text.Json;
using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;
using Infoscope.Plugins.DiffusionSpectral.Tests.Training;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.References;

/// <summary>Entropies of networks in training, as the original gives them for the same rows.</summary>
public sealed class TrainingTests
{
    // The files carry six decimals; the rest is for the original's rounding of rows in single precision.
    private const double Tolerance = 2e-6;

    // A median with six decimals.
    private const double MedianTolerance = 5.1e-7;

    private static readonly JsonElement Digits = ReferenceFiles.Json("tests", "ReferenceValues", "digits-mlp", "expected_dse.json");

    private static readonly JsonElement LanguageModel = ReferenceFiles.Json("tests", "ReferenceValues", "kjv-gpt", "expected_dse.json");

    private static readonly int[] Subset = ReferenceFiles.Integers("tests", "ReferenceValues", "kjv-gpt", "dse_subset.npy");

    public static TheoryData<string> Conditions => ["tanh-true", "tanh-random", "tanh-selfsup"];

    [Theory]
    [MemberData(nameof(Conditions))]
    public void EntropiesOfTheFourthLayerAreReproducedAtEveryCheckpoint(string condition)
    {
        var checkpoints = FourthLayer.Of(condition);
        Assert.Equal(Digits.GetProperty("runs").GetProperty(condition).GetArrayLength(), checkpoints.Count);
        for (var checkpoint = 0; checkpoint < checkpoints.Count; checkpoint++)
        {
            AssertNumbers(checkpoints[checkpoint], Digits.GetProperty("runs").GetProperty(condition)[checkpoint], "DSE/layer4/sigma", 3);
            AssertScaled(checkpoints[checkpoint], condition, checkpoint);
        }
    }

    [Theory]
    [InlineData("tanh-true", 0)]
    [InlineData("tanh-true", 39)]
    [InlineData("tanh-true", 1500)]
    [InlineData("tanh-random", 0)]
    [InlineData("tanh-random", 39)]
    [InlineData("tanh-random", 1500)]
    public void EntropiesOfTheOtherLayersAreReproduced(string condition, int epoch)
    {
        var numbers = Digits.GetProperty("runs").GetProperty(condition).EnumerateArray().Single(entry => entry.GetProperty("epoch").GetInt32() == epoch);
        foreach (var layer in new[] { "layer2", "layer5" })
            AssertNumbers(ReferenceFiles.Points(layer, "samples", "data", "digits", condition, string.Create(CultureInfo.InvariantCulture, $"epoch{epoch:D4}.npz")), numbers, $"DSE/{layer}/sigma", 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(256)]
    [InlineData(512)]
    [InlineData(1024)]
    [InlineData(2777)]
    public void EntropiesOfTheLanguageModelAreReproduced(int step)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"step{step:D6}");
        AssertLanguageModel(step, "layer4", ReferenceFiles.Points("layer4", "samples", "data", "language-model", name + ".safetensors"));
        if (step is 0 or 2777) AssertLanguageModel(step, "layer0", ReferenceFiles.Points(name, "tests", "ReferenceValues", "kjv-gpt", "layer0.safetensors"));
    }

    private static void AssertNumbers(Points points, JsonElement numbers, string prefix, int expected)
    {
        var entries = numbers.EnumerateObject().Where(entry => entry.Name.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        Assert.Equal(expected, entries.Count);
        foreach (var entry in entries)
        {
            var parts = entry.Name[prefix.Length..].Split("/t");
            AssertBits(entry.Value.GetDouble(), points, double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture), entry.Name);
        }
    }

    private static void AssertScaled(Points points, string condition, int checkpoint)
    {
        if (!Digits.GetProperty("scale").TryGetProperty(condition, out var checkpoints)) return;
        var numbers = checkpoints[checkpoint];
        var median = Median(points);
        Assert.Equal(numbers.GetProperty("median_pairwise_distance").GetDouble(), median, MedianTolerance);
        AssertBits(numbers.GetProperty("DSE/median").GetDouble(), points, median, 1, "median");
        AssertBits(numbers.GetProperty("DSE/median_over_4").GetDouble(), points, median / 4, 1, "median/4");
    }

    private static void AssertLanguageModel(int step, string layer, Points all)
    {
        var points = all.Take(Subset);
        var numbers = LanguageModel.GetProperty("checkpoints").EnumerateArray().Single(entry => entry.GetProperty("step").GetInt32() == step).GetProperty("layers").GetProperty(layer);
        var median = Median(points.Take([.. Enumerable.Range(0, 300)]));
        // Five decimals.
        Assert.Equal(numbers.GetProperty("median_pairwise_distance").GetDouble(), median, 5.1e-6);
        AssertBits(numbers.GetProperty("DSE/sigma10").GetDouble(), points, 10, 1, layer);
        AssertBits(numbers.GetProperty("DSE/sigma1").GetDouble(), points, 1, 1, layer);
        AssertBits(numbers.GetProperty("DSE/sigma_median_over_4").GetDouble(), points, median / 4, 1, layer);
    }

    private static double Median(Points points)
    {
        using var compute = TestCompute.Open();
        return Bandwidth.Parse("median", "diffusion-spectral").Resolve(compute, points, CancellationToken.None);
    }

    private static void AssertBits(double expected, Points points, double bandwidth, double time, string what)
    {
        using var compute = TestCompute.Open();
        var bits = new ExactEntropy(compute, bandwidth, DiffusionOperator.RandomWalk, time).Of(points).Nats / Math.Log(2);
        Assert.True(Math.Abs(bits - expected) <= Tolerance, $"{what}, bandwidth {bandwidth}, time {time}: {bits:R} bits; published is {expected}.");
    }
}
