using Infoscope.Testing;

namespace Infoscope.Host.Tests.PluginInputs;

/// <summary>Every input reaches a plugin, whole and row for row, however it asks for its rows: sums that a fixture echoes are those of the files.</summary>
public sealed class EchoTests : IDisposable
{
    private const int Sequences = 20, Length = 60, Rows = Sequences * Length, Features = 3, ReferenceFeatures = 2, Attended = 3, Heads = 2;

    // Whole numbers, so that every sum is exact in either precision and in any order.
    private static readonly float[] Values = Whole(Rows * Features, 1);
    private static readonly float[] Reference = Whole(Rows * ReferenceFeatures, 2);
    private static readonly float[] Attention = Whole(Attended * Heads * Length * Length, 3);
    private static readonly long[] Labels = [.. Generated.Below(Rows, 4, 4).Select(label => label - 1)];

    private readonly Workspace files = new();
    private readonly StagedPlugins staged = new("EchoInputs", "CountsObserveCalls");

    public EchoTests()
    {
        files.Npy("acts.npy", [Sequences, Length, Features], Values);
        files.Npy("labels.npy", [Sequences, Length], Labels);
        files.Npy("reference.npy", [Rows, ReferenceFeatures], Reference);
        files.Write("attention.npz", NpzFile.Of(("weights", NpyFile.Of([Attended, Heads, Length, Length], Attention))));
    }

    public void Dispose()
    {
        files.Dispose();
        staged.Dispose();
    }

    // Blocks of at most 512 rows; ten folds of two sequences each, as they lie; one sequence, or everything, at once.
    [Theory]
    [InlineData("stream", "auto", 3, 176, 512, Sequences, Length, Length)]
    [InlineData("all-rows", "single", 1, Rows, Rows, 1, Rows, Rows)]
    [InlineData("whole-sequences", "double", Sequences, Length, Length, Sequences, Length, Length)]
    public void SumsAreThoseOfTheFiles(string access, string precision, int calls, int smallest, int largest, int foldedCalls, int foldedSmallest, int foldedLargest)
    {
        var run = Compare("echo-inputs,counts-observe-calls,counts-observe-calls-mergeable", access, "--precision", precision, "--threads", "2");
        Assert.Equal($"label set y: {Labels.Count(label => label < 0)} of {Rows} labels are -1 or empty, which is a row without a label", run.ErrorLines[0]);
        Assert.Equal(access == "whole-sequences" ? [] : ["none of the estimators looks at --attention"], run.ErrorLines[1..]);
        var echoed = run.Rows.Where(row => row["estimator"] == "echo-inputs").ToDictionary(row => row["quantity"], row => row.Number("value"));
        var expected = Expected();
        if (access == "whole-sequences") AddAttention(expected);
        Assert.Equal(expected.OrderBy(pair => pair.Key), echoed.OrderBy(pair => pair.Key));
        Assert.All(run.Rows, row => Assert.Equal(precision == "double" ? "double" : "single", row["precision"]));
        Assert.Equal((calls, smallest, largest), CallsOf(run, "counts-observe-calls"));
        Assert.Equal((foldedCalls, foldedSmallest, foldedLargest), CallsOf(run, "counts-observe-calls-mergeable"));
    }

    [Fact]
    public void ALimitOfRowsGivesASeededSubsampleAndSaysSo()
    {
        double Sum(string seed)
        {
            var run = Compare("echo-inputs,counts-observe-calls", "all-rows", "--seed", seed, "--set", "echo-inputs.maximum-rows=100", "--set", "counts-observe-calls.maximum-rows=100");
            Assert.Equal((1, 100, 100), CallsOf(run, "counts-observe-calls"));
            Assert.All(run.Rows, row => Assert.Contains("a seeded subsample of 100 of 1200 rows", row["notes"]));
            return run.Rows.Single(row => row["quantity"] == "sum-of-row-indices").Number("value");
        }

        var first = Sum("1");
        Assert.Equal(first, Sum("1"));
        Assert.NotEqual(first, Sum("2"));
    }

    [Fact]
    public void ASurveyAndAnArrayOfAnOptionReachThePlugin()
    {
        files.Npy("array.npy", [2, 2], [1f, 2, 3, 5]);
        var run = files.Compare("acts.npy", "--labels", "y=labels.npy", "--plugin", staged.PathOf("EchoInputs"), "--estimators", "echo-inputs", "--null", "0", "--set", "echo-inputs.survey=true", "--set", "echo-inputs.array=array.npy");
        var echoed = run.Done().Rows.ToDictionary(row => row["quantity"], row => row.Number("value"));
        Assert.Equal(11, echoed["sum-of-option-array"]);
        Assert.Equal(Rows, echoed["survey-rows"]);
        Assert.Equal(Values.Sum(value => (double)value) / Rows, echoed["survey-sum-of-means"], 1e-12);
    }

    [Fact]
    public void WhatDoesNotFitTheRowsIsRefused()
    {
        files.Npy("short.npy", [7, 2], new float[14]);
        files.Npy("flat.npy", [Rows, Features], Values);
        files.Npy("square.npy", [2, 1, 5, 5], new float[50]);
        files.Run("compare", "acts.npy", "--labels", "y=labels.npy", "--reference", "short.npy").AssertRefused(
            $"the reference {files.PathOf("short.npy")} has 7 rows; {files.PathOf("acts.npy")} has 1200, and a reference goes row for row.");
        files.Npy("line.npy", [Rows], new float[Rows]);
        files.Npy("cube.npy", [Rows, 1, 1, 1], new float[Rows]);
        files.Run("compare", "acts.npy", "--labels", "y=labels.npy", "--reference", "line.npy").AssertRefused(
            $"the reference {files.PathOf("line.npy")} has 1 axis; (rows, features) or (sequences, length, features) is needed, so save it with .reshape(-1, 1).");
        files.Run("compare", "acts.npy", "--labels", "y=labels.npy", "--reference", "cube.npy").AssertRefused(
            $"the reference {files.PathOf("cube.npy")} has 4 axes; (rows, features) or (sequences, length, features) is needed.");
        files.Run("compare", "acts.npy", "--labels", "y=labels.npy", "--attention", "square.npy").AssertRefused(
            $"attention {files.PathOf("square.npy")} is over 5 positions; the sequences of the activations have 60.");
        files.Run("compare", "acts.npy", "--labels", "y=labels.npy", "--attention", "flat.npy").AssertRefused(
            $"attention {files.PathOf("flat.npy")} has shape (1200, 3); (sequences, heads, length, length) is needed.");
        files.Run("compare", "flat.npy", "--attention", "attention.npz").AssertRefused(
            $"--attention needs activations of shape (sequences, length, features); {files.PathOf("flat.npy")} has no sequence axis: if it is one sequence x, save x[None], give --sequences axes, and attention of shape (1, heads, length, length).");
    }

    [Fact]
    public void OneSequenceWithAnAxisMoreHasAttention()
    {
        files.Npy("one.npy", [1, Length, Features], Values[..(Length * Features)]);
        files.Npy("weights.npy", [1, Heads, Length, Length], [.. Enumerable.Repeat(1f / Length, Heads * Length * Length)]);
        var run = files.Compare("one.npy", "--sequences", "axes", "--attention", "weights.npy", "--estimators", "lasso").Done();
        Assert.Contains(run.Rows, row => row["against"] == "attention");
    }

    [Theory]
    [InlineData]
    [InlineData("--estimators", "echo-inputs,soft-entropy")]
    public void AnEstimatorThatWasNamedOrSetMustBeAllowedByTheInputs(params string[] more) =>
        files.Run(["compare", "acts.npy", "--labels", "y=labels.npy", "--plugin", staged.PathOf("EchoInputs"), "--null", "0", "--set", "echo-inputs.reference=required", .. more]).AssertRefused(
            $"label set y: {Labels.Count(label => label < 0)} of {Rows} labels are -1 or empty, which is a row without a label",
            "echo-inputs needs a reference; give --reference FILE.");

    private static float[] Whole(int count, ulong seed) => [.. Generated.Below(count, 9, seed).Select(value => value - 4f)];

    private static Dictionary<string, double> Expected()
    {
        double Row(float[] values, int row) => values.AsSpan(row * (values.Length / Rows), values.Length / Rows).ToArray().Sum(value => (double)value);
        double Over(Func<int, double> term) => Enumerable.Range(0, Rows).Sum(term);
        return new()
        {
            ["rows-observed"] = Rows,
            ["sum-of-row-indices"] = Over(row => row),
            ["sum-of-rows"] = Over(row => Row(Values, row)),
            ["sum-of-rows-by-index"] = Over(row => Row(Values, row) * (row + 1)),
            ["labelled-rows"] = Over(row => Labels[row] >= 0 ? 1 : 0),
            ["sum-of-labels"] = Over(row => Math.Max(0, Labels[row])),
            ["sum-of-labels-by-index"] = Over(row => Math.Max(0, Labels[row]) * (row + 1)),
            ["sum-of-sequence-ids"] = Over(row => row / Length),
            ["sum-of-positions"] = Over(row => row % Length),
            ["sum-of-positions-by-sequence"] = Over(row => row % Length * ((row / Length) + 1)),
            ["sum-of-reference"] = Over(row => Row(Reference, row)),
            ["sum-of-reference-by-index"] = Over(row => Row(Reference, row) * (row + 1)),
        };
    }

    private static void AddAttention(Dictionary<string, double> expected)
    {
        const int places = Heads * Length * Length;
        expected["blocks-with-attention"] = Attended;
        expected["sum-of-attention"] = Attention.Sum(value => (double)value);
        expected["sum-of-attention-by-place"] = Attention.Select((value, index) => value * ((index % places) + 1.0)).Sum();
    }

    private static (double Calls, double Smallest, double Largest) CallsOf(HostRun run, string estimator)
    {
        double Of(string quantity) => run.Rows.Single(row => row["estimator"] == estimator && row["quantity"] == quantity).Number("value");
        return (Of("observe-calls"), Of("smallest-block"), Of("largest-block"));
    }

    private HostRun Compare(string estimators, string access, params string[] more)
    {
        var set = estimators.Split(',').SelectMany(id => (string[])["--set", $"{id}.access={access}"]);
        return files.Compare(
        [
            "acts.npy", "--labels", "y=labels.npy", "--reference", "reference.npy", "--attention", "attention.npz", "--null", "0", "--scale-probe", "off",
            "--plugin", staged.PathOf("EchoInputs"), "--plugin", staged.PathOf("CountsObserveCalls", "CountsObserveCalls.dll"), "--estimators", estimators, .. set, .. more,
        ]).Done();
    }
}
