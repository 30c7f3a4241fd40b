using System.Text.Json;
using Infoscope.Plugins.Binning.Tests.Problems;

namespace Infoscope.Plugins.Binning.Tests.References;

/// <summary>The numbers of the published hard histograms and joint symbols.</summary>
public sealed class HardHistogramTests
{
    // Double against double, sums of at most some thousand terms of size 1.
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData("c2_small_clustered", 20)]
    [InlineData("c2_small_clustered", 30)]
    [InlineData("c6_clustered_many", 20)]
    [InlineData("c6_clustered_many", 30)]
    public void ModePerDimensionGivesTheHardHistogram(string name, int bins)
    {
        var expected = Expected(name, $"hard_histogram_{bins}_bins");
        var table = Run(name).With("mode", "per-dimension").With("bins", $"{bins}").Estimate();
        double Number(string key) => expected.GetProperty(key).GetDouble();
        Assert.Equal(Number("H_nats"), table.Nats("entropy", ""), Tolerance);
        Assert.Equal(Number("H_nats"), table.Nats("entropy"), Tolerance);
        Assert.Equal(Number("efficiency"), table.Nats("entropy") / table.Find("entropy")!.Scale!.Value.Number, Tolerance);
        Assert.Equal(Number("cond_weighted_nats"), table.Nats("conditional-entropy"), Tolerance);
        Assert.Equal(Number("cond_unweighted_nats"), table.Nats("conditional-entropy-unweighted"), Tolerance);
        Assert.Equal(Number("I_weighted_nats"), table.Nats("mutual-information"), Tolerance);
        Assert.Equal(Number("I_unweighted_nats"), table.Nats("mutual-information-unweighted"), Tolerance);
        Assert.Equal(Number("disentanglement_one_vs_rest_unweighted_nats"), table.Nats("disentanglement"), Tolerance);
    }

    [Theory]
    [InlineData("c2_small_clustered", "each of the 64 rows is a symbol of its own: the entropy is ln 64 and the information is H(Y), whatever the labels")]
    [InlineData("c6_clustered_many", "each of the 1000 rows is a symbol of its own: the entropy is ln 1000 and the information is H(Y), whatever the labels")]
    public void ModeJointGivesTheJointSymbolAndSaysThatItIsSaturated(string name, string note)
    {
        var expected = Expected(name, "joint_symbol_30_bins");
        var table = Run(name).Estimate();
        Assert.Equal($"{expected.GetProperty("n_symbols").GetInt32()}", table.Symbols());
        Assert.Equal(expected.GetProperty("H_nats").GetDouble(), table.Nats("entropy", ""), Tolerance);
        var information = table.Find("mutual-information")!;
        Assert.Equal(expected.GetProperty("I_nats").GetDouble(), information.Value.Number, Tolerance);
        Assert.Equal(information.Ceiling!.Value.Number, information.Value.Number, Tolerance);
        Assert.Equal([note], information.Notes);
        Assert.Equal([note], table.Find("entropy", "")!.Notes);
    }

    private static JsonElement Expected(string name, string variant) => ReferenceFile.Json("tests/ReferenceValues/soft-entropy/variants.json").GetProperty(name).GetProperty(variant);

    private static BinningRun Run(string name) => new()
    {
        Rows = ReferenceFile.Rows($"tests/ReferenceValues/soft-entropy/{name}_z.npy"),
        LabelSets = [new TestLabels("y", ReferenceFile.Labels($"tests/ReferenceValues/soft-entropy/{name}_labels.npy"))],
    };
}
