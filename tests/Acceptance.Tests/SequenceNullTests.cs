using System.Globalization;
using Infoscope.Acceptance.Tests.Data;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;
using Infoscope.Engine.Results;
using Infoscope.Plugins.SoftEntropy;

namespace Infoscope.Acceptance.Tests;

/// <summary>What the nulls of sequences and of rows see on the language model: labels drawn for whole sequences, which say nothing, and positions, which whole sequences carry along.</summary>
/// <remarks>
/// Each of the 200 draws gives every sequence one of ten classes at random, which all its rows share; the rows of one sequence resemble each other. The label sets of one run are
/// permuted alike, so the draws are dealt to ten runs, each with permutations of another seed. Given the permutations the draws of a run are independent, and so are the runs; all
/// share the one set of activations. With 20 permutations a value that says nothing is above them all in 1 of 21 draws, 9.5 of 200, and in more than 20 once in some 1,600 such tests.
/// </remarks>
public sealed class SequenceNullTests
{
    private const int Runs = 10, DrawsPerRun = 20, Draws = Runs * DrawsPerRun, Nulls = 20, Classes = 10;

    // Sums over the same rows under the same labels; only the mean over permutations rounds.
    private const double Rounding = 1e-12;

    private const string Place = "position:tokens.npy";

    private static readonly ActivationSet Trained = LanguageModel.Open(2777);

    [Fact]
    public void LabelsDrawnPerSequenceSeldomExceedAllNullsOfSequences() => Assert.InRange(AboveAllNulls(null, "null by sequences"), 0, Draws / 10);

    [Fact]
    public void LabelsDrawnPerSequenceNearlyAlwaysExceedAllNullsOfRows() =>
        Assert.InRange(AboveAllNulls(NullUnit.Rows, "null by rows: rows of one sequence may depend on each other, which makes the null too narrow"), Draws * 9 / 10, Draws);

    [Fact]
    public void SequencesThatChangePlacesKeepTheirPositionsSoTheirNullCannotTell()
    {
        // The trained layer hardly knows the position any more; the untrained one has twelve times what permuted rows have.
        var row = Position(NullUnit.Sequences);
        Assert.Equal((1.0, "null does not move"), (row.NullP, row.Verdict));
        Assert.Equal(row.Value, row.NullMean!.Value, Rounding * row.Value);
        Assert.InRange(row.NullSd!.Value, 0, Rounding * row.Value);
        Assert.Contains("null by sequences", row.Notes);
    }

    [Fact]
    public void RowsThatChangePlacesLoseTheirPositionsSoThePositionIsAboveTheirNull()
    {
        var row = Position(NullUnit.Rows);
        Assert.Equal((1.0 / (Nulls + 1), "above null"), (row.NullP, row.Verdict));
        Assert.True(row.Value > 5 * row.NullMean, $"{row.Value} is not five times {row.NullMean}");
    }

    private static ResultRow Position(NullUnit unit) =>
        new SoftEntropyRun { Nulls = Nulls, NullUnit = unit, Estimator = new WithoutFolds(new SoftEntropyEstimator()) }.Of(LanguageModel.Open(0, Place)).Information(Place);

    /// <summary>Counts the draws whose information is above that of every permutation, so that the rank of the value is first.</summary>
    private static int AboveAllNulls(NullUnit? unit, string note)
    {
        var rows = Enumerable.Range(0, Runs).SelectMany(run => Informations(run, unit)).ToArray();
        Assert.Equal(Draws, rows.Length);
        Assert.All(rows, row => Assert.Contains(note, row.Notes));
        return rows.Count(row => row.NullP == 1.0 / (Nulls + 1));
    }

    private static IEnumerable<ResultRow> Informations(int run, NullUnit? unit)
    {
        RowLabels[] labels = [.. Enumerable.Range(run * DrawsPerRun, DrawsPerRun).Select(Drawn)];
        var rows = new SoftEntropyRun { Seed = (ulong)run, Nulls = Nulls, NullUnit = unit, Estimator = new WithoutFolds(new SoftEntropyEstimator()) }.Of(Trained with { Labels = labels });
        return labels.Select(one => rows.Information(one.Name));
    }

    private static RowLabels Drawn(int draw)
    {
        var random = new RandomStream((ulong)draw, "a class for each sequence");
        int[] ids = [.. Enumerable.Range(0, Trained.Sequences!.Count).Select(_ => (int)random.NextBelow(Classes))];
        var labels = new LabelSet([ids.Length], ids, [.. Enumerable.Range(0, Classes).Select(label => label.ToString(CultureInfo.InvariantCulture))]);
        return RowLabels.Over($"draw {draw.ToString(CultureInfo.InvariantCulture)}", labels, Trained.Activations.Name, [ids.Length, Trained.Activations.Rows / ids.Length]);
    }
}
