using Infoscope.Conformance.Benchmarking;
using Infoscope.Engine;
using Infoscope.Engine.States;

namespace Infoscope.Conformance.Tests.Benchmarking;

/// <summary>One estimator several times in a benchmark, told apart by the options that differ.</summary>
public sealed class VariantTests
{
    private const string Simplex = "simplex-k4-a2";

    private static readonly double Truth = Runs.Task(Simplex).Truth.Value.Nats;

    [Fact]
    public void LinesOfOneEstimatorAreToldApartByWhatDiffers()
    {
        var rows = Of(Entry(0.1, "same=1", "width=small"), Entry(5, "same=1", "width=large"));
        Assert.Equal(["same=1,width=small", "same=1,width=large"], rows.Select(row => row.Options));
        Assert.Equal(["width=small", "width=large"], rows.Select(row => row.Variant));
        var standings = BenchmarkRanking.Overall(rows);
        Assert.Equal([("width=small", 1.0), ("width=large", 0.0)], standings.Select(standing => (standing.Variant, standing.Beaten!.Value)));
    }

    [Fact]
    public void AnOptionThatAnotherLeavesAtItsDefaultDiffers() =>
        Assert.Equal(["", "width=large"], Of(Entry(0.1), Entry(5, "width=large")).Select(row => row.Variant));

    [Fact]
    public void OneAloneIsNoVariant() => Assert.Equal(("width=small", ""), Of(Entry(0.1, "width=small")).Select(row => (row.Options, row.Variant)).Single());

    private static IReadOnlyList<BenchmarkRow> Of(params EstimatorEntry[] entries) =>
        new Benchmark(entries, [Runs.Task(Simplex)], new BenchmarkSettings { Rows = [2], Seeds = 20, Nulls = 0 }).Run(CancellationToken.None);

    private static EstimatorEntry Entry(double spread, params string[] options)
    {
        var entry = Runs.Entry(new GaussianAnswerEstimator(Truth, spread));
        var texts = options.Select(option => option.Split('=')).ToDictionary(option => option[0], option => option[1]);
        return entry with { Saved = new SavedEstimator { Id = entry.Id, Version = entry.Version, OptionTexts = texts, Arrays = new Dictionary<string, SavedArray>() } };
    }
}
