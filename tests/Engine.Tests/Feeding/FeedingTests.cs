using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Tests.Doubles;

namespace Infoscope.Engine.Tests.Feeding;

public sealed class FeedingTests
{
    private static readonly InputRequirements Streams = new();

    [Property(MaxTest = 40)]
    public Property EveryUsedRowReachesExactlyOneFoldInOrder() => Prop.ForAll(
        (from rows in Gen.Choose(1, 20_000)
         from block in Gen.Choose(1, 700)
         from threads in Gen.Choose(1, 12)
         from every in Gen.Choose(1, 5)
         select (rows, block, threads, every)).ToArbitrary(),
        given =>
        {
            var estimator = new RecordingEstimator(Streams, mergeable: true);
            bool[]? selected = given.every == 1 ? null : [.. Enumerable.Range(0, given.rows).Select(row => row % given.every == 0)];
            Given.Run(new ActivationSet { Name = "s", Activations = new MemoryActivations(given.rows, 2), Selected = selected }, estimator, Given.Settings(given.threads, given.block));

            var all = estimator.ByEstimation.SelectMany(blocks => blocks.SelectMany(block => block.Rows)).Order().ToArray();
            Assert.Equal(Enumerable.Range(0, given.rows).Where(row => row % given.every == 0).Select(row => (long)row), all);
            Assert.All(estimator.ByEstimation, blocks => Assert.Equal(blocks.SelectMany(block => block.Rows).Order(), blocks.SelectMany(block => block.Rows)));
            Assert.All(estimator.Blocks, block => Assert.InRange(block.Rows.Length, 1, given.block));
        });

    [Theory]
    [InlineData(Precision.Single)]
    [InlineData(Precision.Double)]
    public void RowsArriveWithTheirOwnValuesLabelsSequencesAndReference(Precision precision)
    {
        const int rows = 5000;
        var estimator = new RecordingEstimator(new InputRequirements { Precision = precision }, mergeable: true);
        Given.Run(
            new ActivationSet
            {
                Name = "s",
                Activations = new MemoryActivations(rows, 3),
                Reference = new MemoryActivations(rows, 2),
                Sequences = SequenceLayout.Rectangular(50, 100),
                Labels = [Given.Labels("y", [.. Enumerable.Range(0, rows).Select(row => (long)(row % 7))])],
            },
            estimator,
            Given.Settings());

        Assert.Equal(rows, estimator.Blocks.Sum(block => block.Rows.Length));
        foreach (var block in estimator.Blocks)
        {
            for (var i = 0; i < block.Rows.Length; i++)
            {
                var row = block.Rows[i];
                for (var j = 0; j < 3; j++) Assert.Equal(MemoryActivations.Value(row, j), block.Values[(i * 3) + j]);
                for (var j = 0; j < 2; j++) Assert.Equal(MemoryActivations.Value(row, j), block.Reference[(i * 2) + j]);
                Assert.Equal(row % 7, block.Labels[0][i]);
                Assert.Equal(row / 100, block.Sequences[i]);
                Assert.Equal(row % 100, block.Positions[i]);
            }
        }
    }

    [Fact]
    public void WholeSequencesGoToOneFoldEach()
    {
        var estimator = new RecordingEstimator(Streams, mergeable: true);
        Given.Run(new ActivationSet { Name = "s", Activations = new MemoryActivations(3000, 1), Sequences = SequenceLayout.Rectangular(30, 100) }, estimator, Given.Settings());
        Assert.Equal(10, estimator.ByEstimation.Count);
        Assert.All(estimator.ByEstimation, blocks => Assert.Equal(3, blocks.SelectMany(block => block.Sequences).Distinct().Count()));
    }

    [Fact]
    public void AFileSortedByClassGivesEveryFoldEveryClass()
    {
        const int rows = 1000;
        var estimator = new RecordingEstimator(Streams, mergeable: true);
        Given.Run(
            new ActivationSet { Name = "s", Activations = new MemoryActivations(rows, 1), Labels = [Given.Labels("y", [.. Enumerable.Range(0, rows).Select(row => (long)(row / 250))])] },
            estimator,
            Given.Settings());
        Assert.Equal(10, estimator.ByEstimation.Count);
        Assert.All(estimator.ByEstimation, blocks => Assert.Equal(4, blocks.SelectMany(block => block.Labels[0]).Distinct().Count()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WholeSequencesComeOneACallWithTheirAttention(bool mergeable)
    {
        var estimator = new RecordingEstimator(new InputRequirements { Access = RowAccess.WholeSequences }, mergeable);
        Given.Run(
            new ActivationSet
            {
                Name = "s",
                Activations = new MemoryActivations(20_000, 2),
                Sequences = SequenceLayout.Rectangular(40, 500),
                Attention = new MemoryAttention(8, 2, 500),
            },
            estimator,
            Given.Settings());
        Assert.Equal(40, estimator.Blocks.Count);
        foreach (var block in estimator.Blocks)
        {
            var sequence = Assert.Single(block.Sequences.Distinct());
            Assert.Equal(Enumerable.Range(0, 500), block.Positions);
            Assert.Equal(sequence < 8 ? 2 : 0, block.Heads);
            Assert.Equal(sequence < 8 ? 500 : 0, block.AttentionLength);
            Assert.Equal(sequence < 8 ? 2 * 500 * 500 : 0, block.Attention.Length);
            Assert.All(block.Attention, weight => Assert.Equal(sequence, weight));
        }
    }

    [Fact]
    public void AllRowsComeInExactlyOneCall()
    {
        var estimator = new RecordingEstimator(new InputRequirements { Access = RowAccess.AllRows }, mergeable: true);
        Given.Run(new ActivationSet { Name = "s", Activations = new MemoryActivations(12_345, 2) }, estimator, Given.Settings());
        Assert.Equal(Enumerable.Range(0, 12_345).Select(row => (long)row), Assert.Single(estimator.Blocks).Rows);
    }

    [Fact]
    public void MoreThanTheMostRowsBecomeASeededSubsampleThatIsStated()
    {
        Recording RunWith(ulong seed, out string notes)
        {
            var estimator = new RecordingEstimator(new InputRequirements { Access = RowAccess.AllRows, MaximumRows = 500 }, mergeable: false);
            var result = Given.Run(new ActivationSet { Name = "s", Activations = new MemoryActivations(9000, 2) }, estimator, Given.Settings() with { Seed = seed });
            notes = string.Join("; ", result.Rows[0].Notes);
            return Assert.Single(estimator.Blocks);
        }

        var first = RunWith(1, out var notes);
        Assert.Equal(500, first.Rows.Distinct().Count());
        Assert.Equal(first.Rows.Order(), first.Rows);
        Assert.Contains("a seeded subsample of 500 of 9000 rows", notes);
        Assert.Equal(first.Rows, RunWith(1, out _).Rows);
        Assert.NotEqual(first.Rows, RunWith(2, out _).Rows);
    }

    [Fact]
    public void AnEstimatorThatDoesNotMergeSeesAllRowsInOrder()
    {
        var estimator = new RecordingEstimator(Streams, mergeable: false);
        Given.Run(new ActivationSet { Name = "s", Activations = new MemoryActivations(30_000, 2) }, estimator, Given.Settings());
        Assert.Equal(Enumerable.Range(0, 30_000).Select(row => (long)row), Assert.Single(estimator.ByEstimation).SelectMany(block => block.Rows));
    }

    [Fact]
    public void CancellationEndsTheRunBetweenWindows()
    {
        using var cancellation = new CancellationTokenSource();
        var source = new MemoryActivations(1_000_000, 2) { BeforeRead = row => { if (row > 100_000) cancellation.Cancel(); } };
        var comparison = new Comparison(new ActivationSet { Name = "s", Activations = source }, [Given.Entry(new RecordingEstimator(Streams, true))], Given.Settings());
        Assert.ThrowsAny<OperationCanceledException>(() => comparison.Run(null, cancellation.Token));
    }

    [Fact]
    public void AFailingSourceIsTheRunsFailure()
    {
        var source = new MemoryActivations(100_000, 2) { BeforeRead = row => { if (row > 0) throw new IOException("the disk is gone"); } };
        var comparison = new Comparison(new ActivationSet { Name = "s", Activations = source }, [Given.Entry(new RecordingEstimator(Streams, true))], Given.Settings());
        Assert.Equal("the disk is gone", Assert.Throws<IOException>(() => comparison.Run(null, CancellationToken.None)).Message);
    }
}
