using System.Globalization;
using System.Text.Json;
using Infoscope.Plugins.DiffusionSpectral.Kernels;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;
using Infoscope.Plugins.DiffusionSpectral.Tests.References;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.Training;

/// <summary>Informations of a network in training about the digit and about clusters of the images, beside the original's, which drew other subsets.</summary>
public sealed class DigitsInformationTests
{
    private const int Images = 540, Features = 16;

    private static readonly JsonElement Published = ReferenceFiles.Json("tests", "ReferenceValues", "digits-mlp", "expected_dse.json");

    private static readonly int[] Digits = ReferenceFiles.Integers("samples", "data", "digits", "test_labels.npy");

    private static readonly int[] Clusters = ReferenceFiles.Integers("tests", "ReferenceValues", "digits-mlp", "input_spectral_clusters.npy");

    public static TheoryData<string> Conditions => ["tanh-true", "tanh-random", "tanh-selfsup"];

    [Theory]
    [MemberData(nameof(Conditions))]
    public void InformationsOfTheFourthLayerAreThePublishedOnesWithinTheirSpread(string condition)
    {
        var gaps = new List<PublishedGap>();
        var checkpoints = FourthLayer.Of(condition);
        using var compute = TestCompute.Open();
        for (var checkpoint = 0; checkpoint < checkpoints.Count; checkpoint++)
        {
            var points = checkpoints[checkpoint];
            var run = Published.GetProperty("runs").GetProperty(condition)[checkpoint];
            foreach (var bandwidth in new[] { 1, 3, 10 })
            {
                var draws = new SubsetDraws(compute, points, bandwidth);
                foreach (var (of, labels) in new[] { ("label", Digits), ("input", Clusters) }) gaps.Add(Compare(draws, run, $"DSMI_{of}/layer4/sigma{bandwidth}/t1", labels));
            }

            var scale = Published.GetProperty("scale").GetProperty(condition)[checkpoint];
            var median = Bandwidth.Parse("median", "diffusion-spectral").Resolve(compute, points, CancellationToken.None);
            gaps.Add(Compare(new SubsetDraws(compute, points, median), scale, "DSMI_label/median", Digits));
            gaps.Add(Compare(new SubsetDraws(compute, points, median / 4), scale, "DSMI_label/median_over_4", Digits));
        }

        PublishedGap.AssertFew(gaps);
    }

    [Theory]
    [InlineData("tanh-true")]
    [InlineData("tanh-random")]
    public void InformationsOfOtherLayersAreThePublishedOnesWithinTheirSpread(string condition)
    {
        var gaps = new List<PublishedGap>();
        using var compute = TestCompute.Open();
        foreach (var epoch in new[] { 0, 39, 1500 })
        {
            foreach (var layer in new[] { "layer2", "layer5" })
            {
                var points = Sample(condition, epoch, layer);
                foreach (var bandwidth in new[] { 1, 10 }) gaps.Add(Compare(new SubsetDraws(compute, points, bandwidth), Run(condition, epoch), $"DSMI_label/{layer}/sigma{bandwidth}/t1", Digits));
            }
        }

        PublishedGap.AssertFew(gaps);
    }

    [Fact]
    public void InformationsOfImagesThatWereLearntByHeartAreThePublishedOnesWithinTheirSpread()
    {
        var gaps = new List<PublishedGap>();
        using var compute = TestCompute.Open();
        foreach (var epoch in new[] { 0, 39, 1500 })
        {
            var points = Sample("tanh-random", epoch, "train_layer4");
            foreach (var bandwidth in new[] { 1, 10 })
            {
                var draws = new SubsetDraws(compute, points, bandwidth);
                foreach (var labels in new[] { "random", "true" })
                {
                    gaps.Add(Compare(
                        draws, Run("tanh-random", epoch), $"train/DSMI_{labels}_label/layer4/sigma{bandwidth}/t1", ReferenceFiles.Integers("samples", "data", "digits", $"train_labels_{labels}.npy")));
                }
            }
        }

        PublishedGap.AssertFew(gaps);
    }

    private static PublishedGap Compare(SubsetDraws draws, JsonElement numbers, string name, int[] labels) =>
        draws.Compare($"{numbers.GetProperty("epoch")} {name}", labels, numbers.GetProperty(name).GetDouble());

    private static JsonElement Run(string condition, int epoch) =>
        Published.GetProperty("runs").GetProperty(condition).EnumerateArray().Single(entry => entry.GetProperty("epoch").GetInt32() == epoch);

    private static Points Sample(string condition, int epoch, string layer) =>
        ReferenceFiles.Points(layer, "samples", "data", "digits", condition, string.Create(CultureInfo.InvariantCulture, $"epoch{epoch:D4}.npz"));
}
