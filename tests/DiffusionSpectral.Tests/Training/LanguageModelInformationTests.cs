using System.Globalization;
using System.Text.Json;
using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;
using Infoscope.Plugins.DiffusionSpectral.Tests.References;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Training;

/// <summary>Informations of a language model in training about the token, beside the original's, which drew other subsets.</summary>
public sealed class LanguageModelInformationTests
{
    private static readonly JsonElement Published = ReferenceFiles.Json("tests", "ReferenceValues", "kjv-gpt", "expected_dse.json");

    private static readonly int[] Subset = ReferenceFiles.Integers("tests", "ReferenceValues", "kjv-gpt", "dse_subset.npy");

    // Three of the ten layers and checkpoints; the outcome of all of them is the same.
    [Fact]
    public void InformationsAboutTheTokenAreThePublishedOnesWithinTheirSpread()
    {
        var gaps = new List<PublishedGap>();
        using var compute = TestCompute.Open();
        foreach (var (step, layer) in new[] { (0, "layer4"), (2777, "layer4"), (2777, "layer0") })
        {
            var points = Layer(step, layer).Take(Subset);
            var numbers = Published.GetProperty("checkpoints").EnumerateArray().Single(entry => entry.GetProperty("step").GetInt32() == step).GetProperty("layers").GetProperty(layer);
            // The published median is that of the first 300 rows.
            var median = Bandwidth.Parse("median/4", "diffusion-spectral").Resolve(compute, points.Take([.. Enumerable.Range(0, 300)]), CancellationToken.None);
            foreach (var (bandwidth, name) in new[] { (10, "DSMI_top8_token/sigma10"), (median, "DSMI_top8_token/sigma_median_over_4") })
                gaps.Add(new SubsetDraws(compute, points, bandwidth, repetitions: 8).Compare($"{step} {layer} {name}", Tokens(), numbers.GetProperty(name).GetDouble()));
        }

        PublishedGap.AssertFew(gaps);
    }

    // The eight most frequent tokens, and any other.
    private static int[] Tokens()
    {
        var all = ReferenceFiles.Integers("samples", "data", "language-model", "tokens.npy");
        int[] frequent = [.. Published.GetProperty("top8_tokens").EnumerateArray().Select(token => token.GetInt32())];
        return [.. Subset.Select(row => Array.IndexOf(frequent, all[row]) is >= 0 and var place ? place : frequent.Length)];
    }

    private static Points Layer(int step, string layer)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"step{step:D6}");
        return layer == "layer0"
            ? ReferenceFiles.Points(name, "tests", "ReferenceValues", "kjv-gpt", "layer0.safetensors")
            : ReferenceFiles.Points(layer, "samples", "data", "language-model", name + ".safetensors");
    }
}
