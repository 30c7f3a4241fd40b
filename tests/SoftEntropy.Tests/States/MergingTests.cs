using FsCheck;
using FsCheck.Xunit;
using Infoscope.Plugins.SoftEntropy.Tests.Laws;
using Infoscope.Plugins.SoftEntropy.Tests.Problems;

namespace Infoscope.Plugins.SoftEntropy.Tests.States;

public sealed class MergingTests
{
    private const int Parts = 7;

    [Property]
    public Property SevenPartialStatesSavedAndRestoredMergeInAnyOrderToOnePass() => LawChecks.ForAllProblems(problem => AssertMerges(problem.Run, problem.Seed));

    [Property]
    public Property SoDoThoseOfSubspacesDrawsAndCentredRows() => VariantLaws.ForAllVariants(variant => AssertMerges(variant.Run, variant.Problem.Seed));

    [Property]
    public Property BlocksOfAnySizeGiveTheSameBits() => LawChecks.ForAllProblems(problem =>
    {
        foreach (var precision in Enum.GetValues<Precision>())
        {
            var run = problem.Moderate().Run with { Precision = precision, BlockSize = 4096 };
            var expected = run.Estimate().AllNats();
            Assert.Equal(expected, (run with { BlockSize = 1 }).Estimate().AllNats());
            Assert.Equal(expected, (run with { BlockSize = 7 }).Estimate().AllNats());
        }
    });

    [Fact]
    public void ABlockThatIsCutIntoChunksInsideGivesTheSameBits()
    {
        // 9,000 rows are three chunks of at most 4,096.
        var random = new RandomStream(1, "long");
        double[][] rows = [.. Enumerable.Range(0, 9000).Select(_ => new[] { random.NextNormal(), random.NextNormal(), random.NextNormal() })];
        var run = new EstimatorRun { Rows = rows, LabelSets = [new TestLabels("y", [.. rows.Select((_, row) => row % 11 - 1)])], BlockSize = 9000 };
        Assert.Equal(run.Estimate().AllNats(), (run with { BlockSize = 7 }).Estimate().AllNats());
    }

    [Fact]
    public void AStateMayBeRestoredAndGoOn()
    {
        var run = Example().With("draws", "2").With("subspaces", "3").With("temperature", "0.1").With("centre", "true");
        var context = run.Context();
        using var second = new SoftEntropyEstimator().Restore(context, new MemoryStream(Saved(run, 0, 11)));
        run.Observe(second, 11, run.Rows.Length);
        Assert.Equal(run.Estimate().AllNats(), new EstimateTable(second.Complete()).AllNats());
    }

    [Fact]
    public void MergingLeavesTheOtherStateAsItIs()
    {
        var run = Example();
        using var first = Observed(run, 0, 10);
        using var second = Observed(run, 10, 30);
        var before = second.Complete().Estimates.Select(estimate => estimate.Value).ToArray();
        first.Merge(second);
        Assert.Equal(before, second.Complete().Estimates.Select(estimate => estimate.Value));
    }

    [Fact]
    public void TheNullsOfAFinishedFoldMayBeLeftOut()
    {
        var run = Example();
        var withNull = run.With(run.LabelSets[0], new TestLabels("y~0", [.. run.LabelSets[0].Labels.Reverse()], "y"));
        using var fold = Observed(withNull, 0, 30);
        using var sum = (IMergeableEstimation)new SoftEntropyEstimator().Begin(run.Context());
        sum.Merge(fold);
        Assert.Equal(run.Estimate().AllNats(), new EstimateTable(sum.Complete()).AllNats());
    }

    [Fact]
    public void AStateWithFewerLabelSetsIsRefused()
    {
        var run = Example();
        using var none = Observed(run.With(), 0, 30);
        using var one = Observed(run, 0, 30);
        var exception = Assert.Throws<ArgumentException>(() => one.Merge(none));
        Assert.StartsWith("the other estimation has 0 label sets; this one's 1 must be the first of them.", exception.Message);
    }

    public static TheoryData<string> Differences => ["precision", "features", "seed", "temperature", "anchors", "subspaces", "subspace anchors", "draws", "centre", "mean", "label set"];

    [Theory]
    [MemberData(nameof(Differences))]
    public void AStateBegunOtherwiseIsRefused(string difference)
    {
        var run = Example();
        // One feature needs a temperature in numbers; with the same one here, nothing but the subspaces differs.
        if (difference.StartsWith("subspace", StringComparison.Ordinal)) run = run.With("temperature", "0.1");
        if (difference == "subspace anchors") run = run.With("subspaces", "3");
        if (difference == "mean") run = run.With("centre", "true");
        var other = difference switch
        {
            "precision" => run with { Precision = Precision.Single },
            "features" => run.With([.. run.Rows.Select(row => (double[])[.. row, 1])]),
            "seed" => run with { Seed = 99 },
            "temperature" => run.With("temperature", "0.5"),
            "anchors" => run.With("anchors", "99"),
            "subspaces" => run.With("subspaces", "3"),
            "subspace anchors" => run.With("subspace-anchors", "shared"),
            "draws" => run.With("draws", "2"),
            "centre" => run.With("centre", "true"),
            "mean" => run.With([.. run.Rows.Skip(1), [1.0, 2, 3]]),
            _ => run.With(new TestLabels("z", run.LabelSets[0].Labels)),
        };
        using var mine = Observed(run, 0, 30);
        using var theirs = Observed(other, 0, 30);
        Assert.Throws<ArgumentException>(() => mine.Merge(theirs));
        Assert.Throws<InvalidDataException>(() => new SoftEntropyEstimator().Restore(run.Context(), new MemoryStream(Saved(other, 0, 30))));
    }

    /// <summary>Two files number their labels by first appearance each; the same number is another label there.</summary>
    [Fact]
    public void AStateWhoseLabelsHaveOtherNamesIsRefused()
    {
        var run = Example();
        var context = run.Context();
        var renamed = new EstimationContext
        {
            EstimatorId = context.EstimatorId,
            Shape = context.Shape,
            Precision = context.Precision,
            Options = context.Options,
            Seed = context.Seed,
            LabelSets = [.. context.LabelSets.Select(set => set with { LabelNames = [.. set.LabelNames.Reverse()] })],
            Log = context.Log,
            OpenCompute = context.OpenCompute,
        };
        Assert.Throws<InvalidDataException>(() => new SoftEntropyEstimator().Restore(renamed, new MemoryStream(Saved(run, 0, 30))));
    }

    [Fact]
    public void AForeignEstimationIsRefused()
    {
        using var mine = Observed(Example(), 0, 30);
        Assert.Throws<ArgumentException>(() => mine.Merge(new ForeignEstimation()));
    }

    [Fact]
    public void AStateThatIsCutOffAnywhereIsRefused()
    {
        var run = Example();
        var saved = Saved(run, 0, 30);
        for (var length = 0; length < saved.Length; length += 5)
            Assert.Throws<InvalidDataException>(() => new SoftEntropyEstimator().Restore(run.Context(), new MemoryStream(saved[..length])));
    }

    [Property(MaxTest = 300)]
    public bool AStateWithAByteChangedIsRefusedOrStillAState(ushort place, byte value)
    {
        var run = Example().With("draws", "2").With("anchors", "20");
        var saved = Saved(run, 0, 30);
        saved[place % saved.Length] = value;
        try
        {
            using var restored = new SoftEntropyEstimator().Restore(run.Context(), new MemoryStream(saved));
            return restored.Complete().Estimates.All(estimate => estimate.Value.Information.IsFinite);
        }
        catch (Exception exception) when (exception is InvalidDataException or NumericalFailureException)
        {
            return true;
        }
    }

    private static EstimatorRun Example()
    {
        var random = new RandomStream(2, "example");
        return new EstimatorRun
        {
            Rows = [.. Enumerable.Range(0, 30).Select(row => row == 4 ? new double[3] : [random.NextNormal(), random.NextNormal(), random.NextNormal()])],
            LabelSets = [new TestLabels("y", [.. Enumerable.Range(0, 30).Select(row => row % 4 - 1)])],
        };
    }

    private static void AssertMerges(EstimatorRun problem, ulong seed)
    {
        var run = problem with { Items = true };
        var saved = Enumerable.Range(0, Parts).Select(part => Saved(run, run.Rows.Length * part / Parts, run.Rows.Length * (part + 1) / Parts)).ToArray();
        var context = run.Context();
        var estimator = new SoftEntropyEstimator();
        using var merged = (IMergeableEstimation)estimator.Begin(context);
        foreach (var part in LawChecks.Permutation(seed, Parts))
        {
            using var restored = estimator.Restore(context, new MemoryStream(saved[part]));
            merged.Merge(restored);
        }

        LawChecks.Same(run.Estimate(), new EstimateTable(merged.Complete()), 1e-12);
    }

    private static IMergeableEstimation Observed(EstimatorRun run, int first, int end)
    {
        var estimation = (IMergeableEstimation)new SoftEntropyEstimator().Begin(run.Context());
        run.Observe(estimation, first, end);
        return estimation;
    }

    private static byte[] Saved(EstimatorRun run, int first, int end)
    {
        using var estimation = Observed(run, first, end);
        using var stream = new MemoryStream();
        estimation.Save(stream);
        return stream.ToArray();
    }

    private sealed class ForeignEstimation : IEstimation
    {
        public void Observe(in ActivationBlock block)
        {
        }

        public EstimateSet Complete() => new() { Estimates = [] };

        public void Dispose()
        {
        }
    }
}
