using Infoscope.Engine.Feeding;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Tests.Doubles;

namespace Infoscope.Engine.Tests;

public sealed class ComparisonTests
{
    [Theory]
    [InlineData(1, 512)]
    [InlineData(2, 1)]
    [InlineData(8, 7)]
    [InlineData(8, 4096)]
    public void ThreadsAndBlocksChangeNoBit(int threads, int blockRows)
    {
        static IReadOnlyList<object?> Numbers(ComparisonResult result) =>
            [.. result.Rows.Select(row => (object?)(row.Quantity, row.LabelSet, row.Value, row.StandardError, row.NullMean, row.NullSd, row.NullP))];
        var labels = Given.Labels("y", [.. Enumerable.Range(0, 3000).Select(row => (long)(row * row % 11))]);
        var set = new ActivationSet { Name = "s", Activations = new MemoryActivations(3000, 3), Labels = [labels] };
        var reference = Given.Run(set, new MeanEstimator(), Given.Settings(threads: 1, blockRows: 100, nulls: 5));
        Assert.Equal(Numbers(reference), Numbers(Given.Run(set, new MeanEstimator(), Given.Settings(threads, blockRows, nulls: 5))));
    }

    [Fact]
    public void TheJackknifeOfAMeanIsTheSpreadOfTheFoldMeans()
    {
        // With equal folds, leaving one out gives mean + (mean - m_i)/(g-1), so the jackknife is the standard error of g fold means.
        var set = new ActivationSet { Name = "s", Activations = new MemoryActivations(6400, 1) };
        var row = Assert.Single(Given.Run(set, new MeanEstimator(), Given.Settings()).Rows);
        var folds = Enumerable.Range(0, 6400).GroupBy(index => FoldPlan.FoldOf(index / 64)).Select(fold => fold.Average(index => MemoryActivations.Value(index, 0))).ToArray();
        var expected = Math.Sqrt(folds.Sum(mean => (mean - row.Value) * (mean - row.Value)) / (10 * 9));
        Assert.Equal(expected, row.StandardError!.Value, 1e-9 * expected);
    }

    [Fact]
    public void TheNullIsThatOfThePermutedLabels()
    {
        long[] labels = [.. Enumerable.Range(0, 2000).Select(row => (long)(row / 1000))];
        var set = new ActivationSet { Name = "s", Activations = new MemoryActivations(2000, 1), Labels = [Given.Labels("y", labels)] };
        var row = Given.Run(set, new MeanEstimator(), Given.Settings(nulls: 20)).Rows.Single(one => one.LabelSet == "y");

        // The mean over the rows of label 1 is 1499.5; of 1,000 rows at random it is 999.5 with a standard deviation of about 577.4/sqrt(2000).
        Assert.Equal(1499.5, row.Value, 1e-9);
        Assert.Equal(999.5, row.NullMean!.Value, 4.5 * 12.91 / Math.Sqrt(20));
        Assert.InRange(row.NullSd!.Value, 0.4 * 12.91, 2 * 12.91);
        Assert.Equal(1.0 / 21, row.NullP!.Value, 1e-12);
        Assert.Equal("above null", row.Verdict);
    }

    [Theory]
    [InlineData("about no label set", "", "about no label set: give an estimate for each of context.LabelSets, LabelSet being its name")]
    [InlineData("for the first alone", "y", "no null: the estimator gives nothing for permuted label sets; give an estimate for each of context.LabelSets, which has them too")]
    public void InformationWithoutANullSaysWhatIsMissing(string what, string labelSet, string note)
    {
        var set = new ActivationSet { Name = "s", Activations = new MemoryActivations(200, 1), Labels = [Given.Labels("y", [.. Enumerable.Range(0, 200).Select(row => (long)(row % 2))])] };
        var row = Assert.Single(Given.Run(set, new OneInformationEstimator(labelSet), Given.Settings(nulls: 5)).Rows);
        Assert.True(row.Notes.Contains(note), $"{what}: {string.Join("; ", row.Notes)}");
        Assert.DoesNotContain(note, Assert.Single(Given.Run(set, new OneInformationEstimator("y"), Given.Settings()).Rows).Notes);
    }

    [Fact]
    public void OneFailingEstimatorLeavesTheOthersTheirRows()
    {
        var set = new ActivationSet { Name = "s", Activations = new MemoryActivations(2000, 1) };
        var comparison = new Comparison(set, [Given.Entry(new ThrowingEstimator(), "bad"), Given.Entry(new MeanEstimator(), "good")], Given.Settings());
        Assert.Empty(comparison.Check().Select(problem => problem.Sentence));
        var result = comparison.Run(null, CancellationToken.None);
        Assert.Equal([("bad", "InvalidOperationException: row 1000 is too much (ThrowingEstimator.cs, line 14)")], result.Failures);
        Assert.Equal("good", Assert.Single(result.Rows).Estimator);
    }

    [Theory]
    [InlineData("begin", "InvalidOperationException: begin (FailingEstimator.cs, line 10)")]
    [InlineData("dispose", "InvalidOperationException: dispose (FailingEstimator.cs, line 47)")]
    [InlineData("cancel", "TaskCanceledException: A task was canceled. (FailingEstimator.cs, line 16)")]
    [InlineData("merge", "InvalidOperationException: merge (FailingEstimator.cs, line 21)")]
    [InlineData("complete", "InvalidOperationException: complete (FailingEstimator.cs, line 26)")]
    [InlineData("null", "Complete gave null")]
    [InlineData("empty", "it gave no estimate; nothing to say")]
    [InlineData("twice", "it gave two estimates of 'x' of 'y'")]
    [InlineData("unknown label set", "'x' of 'z' is about a label set that it was not given")]
    [InlineData("null estimate", "an estimate, or a part of one, is null")]
    [InlineData("kind", "the value of 'x' is a Ratio, and the quantity a Count")]
    [InlineData("rows", "'x' rests on -5 rows and leaves out 0; neither can be below 0")]
    [InlineData("error", "the standard error of 'x' is NaN")]
    [InlineData("bounds", "the floor of 'x', 10, is above its ceiling, -10")]
    public void WhereverAnEstimatorFailsItFailsAlone(string where, string reason)
    {
        var set = new ActivationSet { Name = "s", Activations = new MemoryActivations(2000, 1), Labels = [Given.Labels("y", new long[2000])] };
        var result = new Comparison(set, [Given.Entry(new FailingEstimator(where), "bad"), Given.Entry(new MeanEstimator(), "good")], Given.Settings()).Run(null, CancellationToken.None);
        Assert.Equal([("bad", reason)], result.Failures);
        Assert.Contains(result.Rows, row => row.Estimator == "good");
    }

    [Fact]
    public void MoreRowsThanCanBeHeldAtOnceFailTheirEstimatorAlone()
    {
        var needs = new InputRequirements { Access = RowAccess.AllRows };
        var set = new ActivationSet { Name = "s", Activations = new MemoryActivations(300, 10, Precision.Single) };
        var result = new Comparison(set, [Given.Entry(new RecordingEstimator(needs, false), "holds"), Given.Entry(new CountingEstimator(), "streams")], Given.Settings(blockRows: 100) with { LargestBuffer = 2000 }).Run(null, CancellationToken.None);
        var (estimator, reason) = Assert.Single(result.Failures);
        Assert.Equal("holds", estimator);
        Assert.Contains("are the most that can be held at once", reason, StringComparison.Ordinal);
        Assert.Equal(300, Assert.Single(result.Rows).Value);
    }

    [Fact]
    public void TheLabelsOfASubsampleAreNotIncomplete()
    {
        var labels = Given.Labels("y", [.. Enumerable.Range(0, 1000).Select(row => row % 5 > 0 ? 1L : 0L)]);
        var set = new ActivationSet { Name = "s", Activations = new MemoryActivations(1000, 1), Labels = [labels] };
        var row = Given.Run(set, new MeanEstimator(access: RowAccess.AllRows, maximumRows: 100), Given.Settings()).Rows.Single(one => one.LabelSet == "y");
        Assert.Contains("a seeded subsample of 100 of 1000 rows", row.Notes);
        Assert.DoesNotContain("incomplete", row.Verdict, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(4, true)]
    public void LabelsAreIncompleteWhereMostRowsOfTheEstimatorsOwnSubsampleHaveNone(int labelledOfTen, bool areIncomplete)
    {
        // The subsample is every tenth row.
        var labels = Given.Labels("y", [.. Enumerable.Range(0, 1000).Select(row => row / 10 % 10 < labelledOfTen ? row % 2 : -1L)]);
        var set = new ActivationSet { Name = "s", Activations = new MemoryActivations(1000, 1), Labels = [labels] };
        var row = Given.Run(set, new SamplingEstimator(every: 10), Given.Settings()).Rows.Single(one => one.LabelSet == "y");
        Assert.Equal(10 * labelledOfTen, row.RowsUsed);
        Assert.Equal(areIncomplete, row.Verdict == "labels incomplete");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void AStateOnADeviceMergesAcrossWorkers(int threads)
    {
        var set = new ActivationSet { Name = "s", Activations = new MemoryActivations(2000, 1) };
        var result = Given.Run(set, new DeviceSumEstimator(), Given.Settings(threads));
        Assert.Empty(result.Failures);
        Assert.Equal(Enumerable.Range(0, 2000).Sum(row => MemoryActivations.Value(row, 0)), Assert.Single(result.Rows).Value, 1e-6);
    }

    [Fact]
    public void AMissingStandardErrorSaysWhy()
    {
        // The label 1 sits in one fold alone, so without that fold there is no estimate of its item.
        var labels = Given.Labels("y", [.. Enumerable.Range(0, 1000).Select(row => row < 3 ? 1L : 0L)]);
        var set = new ActivationSet { Name = "s", Activations = new MemoryActivations(1000, 1), Labels = [labels] };
        var row = Given.Run(set, new MeanEstimator(omitEmpty: true), Given.Settings()).Rows.Single(one => one.LabelSet == "y");
        Assert.Null(row.StandardError);
        Assert.Contains("no standard error: without one of the folds there is no such estimate", row.Notes);
    }

    [Fact]
    public void WhatIsMissingIsSaidBeforeAnyRowIsRead()
    {
        var source = new MemoryActivations(10, 1) { BeforeRead = _ => throw new InvalidOperationException("read") };
        var needs = new InputRequirements
        {
            Access = RowAccess.WholeSequences,
            MinimumRows = 50,
            Labels = InputNeed.Required,
            Reference = InputNeed.Required,
            Attention = InputNeed.Required,
        };
        var comparison = new Comparison(new ActivationSet { Name = "s", Activations = source }, [Given.Entry(new RecordingEstimator(needs, false))], Given.Settings());
        Assert.Equal(
            [
                "memory has 10 rows; double needs at least 50.",
                "double needs labels; give --labels NAME=FILE.",
                "double needs a reference; give --reference FILE.",
                "double needs attention; give --attention FILE.",
                "double needs sequences and memory has no sequence axis; give activations of shape (sequences, length, features), --sequences rows for one sequence, or --sequences FILE.",
            ],
            comparison.Check().Select(problem => problem.Sentence));
    }

    [Fact]
    public void NoRowsAreOneSentence() => Assert.Equal(
        ["memory has 0 rows; at least 1 is needed."],
        new Comparison(new ActivationSet { Name = "s", Activations = new MemoryActivations(0, 3) }, [], Given.Settings()).Check().Select(problem => problem.Sentence));

    [Fact]
    public void AnEstimatorThatDoesNotLookAtLabelsIsGivenNone()
    {
        var estimator = new RecordingEstimator(new InputRequirements { Labels = InputNeed.None }, mergeable: true);
        var set = new ActivationSet { Name = "s", Activations = new MemoryActivations(100, 1), Labels = [Given.Labels("y", [.. Enumerable.Range(0, 100).Select(row => (long)row)])] };
        Given.Run(set, estimator, Given.Settings(nulls: 3));
        Assert.All(estimator.Blocks, block => Assert.Empty(block.Labels));
    }
}
