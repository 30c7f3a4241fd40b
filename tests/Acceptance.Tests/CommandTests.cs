using System.Text.Json;
using Infoscope.Acceptance.Tests.Data;
using Infoscope.Acceptance.Tests.Processes;
using Infoscope.Formats;
using Infoscope.Testing;

namespace Infoscope.Acceptance.Tests;

/// <summary>The commands of the documentation, as they are written there.</summary>
public sealed class CommandTests : IDisposable
{
    // In nats: in double a few hundred roundings; in single rows, anchors and cosines are rounded.
    private const double DoubleTolerance = 1e-11, SingleTolerance = 2e-6;

    private readonly string folder = Directory.CreateTempSubdirectory("infoscope-acceptance-").FullName;

    private static string Root => Repository.PathOf(typeof(CommandTests).Assembly);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void TheDigitsPlanPrintsTheInformationOfEveryLayerAtThreeEpochs()
    {
        var run = HostProcess.Run(Root, "compare", "samples/digits.json");
        var information = PrintedTable.Information(run.Output, "digit");
        Assert.Equal(
            from layer in Enumerable.Range(1, 5)
            from step in new[] { 0, 39, 1500 }
            select ($"layer{layer}", step),
            information.Select(line => (line.Layer, line.Step)));
        var printed = run.Output.Select(line => line.TrimEnd()).ToHashSet();
        var promised = File.ReadLines(Path.Combine(Root, "README.md")).Where(line => line.StartsWith("  layer", StringComparison.Ordinal)).ToArray();
        Assert.True(promised.Length > 2);
        Assert.All(promised, line => Assert.Contains(line.TrimEnd(), printed));
        Assert.All(information.GroupBy(line => line.Layer), layer => Assert.True(layer.Last().Value > 1.5 * layer.First().Value, $"training does not show in {layer.Key}"));
    }

    [Fact]
    public void TheLanguageModelPlanPrintsTheTwoPhases()
    {
        var run = HostProcess.Run(Root, "compare", "samples/language-model.json");
        var (token, bigram) = (PrintedTable.Information(run.Output, "token"), PrintedTable.Information(run.Output, "bigram"));
        Assert.Equal(LanguageModelEstimates.Steps, token.Select(line => line.Step));
        TwoPhases.Assert([.. token.Zip(bigram, (one, two) => (one.Step, one.Value, two.Value))]);
    }

    [Theory]
    [InlineData("c2_small_clustered", "", SingleTolerance)]
    [InlineData("c2_small_clustered", "--precision double", DoubleTolerance)]
    [InlineData("c10_digits", "", SingleTolerance)]
    [InlineData("c10_digits", "--precision double", DoubleTolerance)]
    public void RowsWithLabelsAndAnchorsGiveThePublishedNumbers(string name, string more, double tolerance)
    {
        foreach (var (letter, kind) in new[] { ("Z", "z"), ("Y", "labels"), ("W", "w") }) File.Copy(Files.Reference("soft-entropy", $"{name}_{kind}.npy"), Path.Combine(folder, $"{letter}.npy"));
        var run = HostProcess.Run(
            folder,
            [
                "compare", "Z.npy", "--labels", "y=Y.npy", "--estimators", "soft-entropy", "--set", "soft-entropy.anchors-file=W.npy", "--set", "soft-entropy.temperature=bounds",
                "--null", "0", "--format", "jsonl", .. more.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            ]);
        var rows = run.Output.Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(row => row.GetProperty("label_set").GetString() == "y").ToDictionary(row => row.GetProperty("quantity").GetString()!);
        var reference = JsonDocument.Parse(File.ReadAllText(Files.Reference("soft-entropy", "expected.json"))).RootElement.GetProperty(name).GetProperty("float64");
        foreach (var (quantity, figure) in new[] { ("entropy", "H_nats"), ("conditional-entropy", "conditional_H_nats"), ("mutual-information", "I_nats"), ("disentanglement", "disentanglement_one_vs_rest_all_labels_nats") })
        {
            Assert.Equal(reference.GetProperty(figure).GetDouble(), rows[quantity].GetProperty("value").GetDouble(), tolerance);
            Assert.Equal("nats", rows[quantity].GetProperty("unit").GetString());
            Assert.Equal(JsonValueKind.Null, rows[quantity].GetProperty("null_mean").ValueKind);
        }

        foreach (var (quantity, figure) in new[]
        {
            ("efficiency", "efficiency"), ("variation", "variation"), ("regularity", "regularity_over_H"), ("regularity-of-maximum", "regularity_over_logm"), ("variation-unweighted", "variation_unweighted_min5"),
        })
        {
            Assert.Equal(reference.GetProperty(figure).GetDouble(), rows[quantity].GetProperty("value").GetDouble(), tolerance);
            Assert.Equal("ratio", rows[quantity].GetProperty("unit").GetString());
        }
    }

    [Fact]
    public void ACheckpointPatternGivesOneRowPerStepLabelSetAndQuantityAndOneLineAboutWhatDoesNotFit()
    {
        var run = HostProcess.Run(
            Files.Sample("data", "language-model"), "compare", "step{step}.safetensors", "--labels", "token=ngram:1:tokens.npy", "--labels", "bigram=ngram:2:tokens.npy", "--estimators", "soft-entropy", "--format", "csv");
        Assert.Single(run.Errors, line => line.Contains("nll", StringComparison.Ordinal));

        var file = Path.Combine(folder, "results.csv");
        File.WriteAllLines(file, run.Output.Where(line => line.Length > 0));
        var table = CsvTable.Open(file);
        var (steps, layers, labelSets, quantities) = (table.Column("step"), table.Column("layer"), table.Column("label_set"), table.Column("quantity"));
        var rows = Enumerable.Range(0, steps.Count).Select(row => (Step: steps[row], Layer: layers[row], LabelSet: labelSets[row], Quantity: quantities[row])).ToArray();
        Assert.Equal(rows.Length, rows.Distinct().Count());
        Assert.Equal(LanguageModelEstimates.Steps.Select(step => $"{step}"), rows.Select(row => row.Step).Distinct());
        Assert.All(rows, row => Assert.Equal("layer4", row.Layer));
        var ofOneStep = rows.Where(row => row.Step == "0").Select(row => row with { Step = "" }).ToArray();
        Assert.All(rows.GroupBy(row => row.Step), step => Assert.Equal(ofOneStep, step.Select(row => row with { Step = "" })));
        string[] expected = ["entropy", "conditional-entropy", "mutual-information", "disentanglement"];
        Assert.All(new[] { "token", "bigram" }, labelSet => Assert.Subset(ofOneStep.Where(row => row.LabelSet == labelSet).Select(row => row.Quantity).ToHashSet(), expected.ToHashSet()));
    }
}
