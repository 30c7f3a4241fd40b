using FsCheck.Xunit;
using Infoscope.Plugins.Lasso.Tests.Estimator;

namespace Infoscope.Plugins.Lasso.Tests.States;

public sealed class MergingTests
{
    private const int Sequences = 7;

    private static readonly LassoRun Run = Example();

    private static readonly string[] OnePass = [.. Run.Estimate().Lines()];

    /// <summary>What is kept is the numbers of each sequence, and they are put in order before they are summed: every bit is that of one pass.</summary>
    [Property]
    public void AnySplitMergedInAnyOrderGivesTheBitsOfOnePass(ulong seed)
    {
        var random = new RandomStream(seed, "split");
        var order = new KeyedPermutation(seed, "order", Sequences);
        var states = new List<IMergeableEstimation>();
        try
        {
            var parts = Enumerable.Range(0, Sequences).GroupBy(_ => random.NextBelow(4)).Select(group => group.ToArray()).ToArray();
            states.AddRange(parts.Select(part => random.NextBelow(2) == 0 ? Run.Observed(part) : Restored(Run, Saved(Run, part))));
            states.Add((IMergeableEstimation)new LassoEstimator().Begin(Run.Context()));
            IMergeableEstimation[] shuffled = [.. states.OrderBy(state => order[states.IndexOf(state)])];
            foreach (var other in shuffled[1..]) shuffled[0].Merge(other);
            Assert.Equal(OnePass, new LassoTable(shuffled[0].Complete()).Lines());
        }
        finally
        {
            states.ForEach(state => state.Dispose());
        }
    }

    [Fact]
    public void ARestoredStateIsTheStateThatWasSaved()
    {
        var saved = Saved(Run, [.. Enumerable.Range(0, Sequences)]);
        using var restored = Restored(Run, saved);
        Assert.Equal(OnePass, new LassoTable(restored.Complete()).Lines());
        using var again = new MemoryStream();
        restored.Save(again);
        Assert.Equal(saved, again.ToArray());
    }

    [Fact]
    public void ARestoredStateGoesOn()
    {
        var context = Run.Context();
        using var restored = new LassoEstimator().Restore(context, new MemoryStream(Saved(Run, 0, 1, 2, 5)));
        Run.Observe(restored, [3, 4, 6]);
        Assert.Equal(OnePass, new LassoTable(restored.Complete()).Lines());
        context.CloseCompute();
    }

    [Fact]
    public void AnEmptyStateIsAStateToo()
    {
        using var restored = Restored(Run, Saved(Run));
        restored.Merge(Run.Observed([.. Enumerable.Range(0, Sequences)]));
        Assert.Equal(OnePass, new LassoTable(restored.Complete()).Lines());
    }

    [Fact]
    public void ANoteSurvivesSavingAndMerging()
    {
        var run = LassoRun.Drawn(2, 20, 4).With("top-k", "10");
        var notes = run.Estimate().Notes;
        Assert.Contains("no penalty selects 10 tokens in 2 of 2 sequences", notes);
        using var restored = Restored(run, Saved(run, 1));
        restored.Merge(run.Observed(0));
        Assert.Equal(notes, restored.Complete().Notes);
    }

    [Fact]
    public void SeveralStatesMayLieInOneStream()
    {
        using var stream = new MemoryStream([.. Saved(Run, 0, 2, 4, 6), .. Saved(Run, 1, 3, 5)]);
        using var first = new LassoEstimator().Restore(Run.Context(), stream);
        using var second = new LassoEstimator().Restore(Run.Context(), stream);
        first.Merge(second);
        Assert.Equal(OnePass, new LassoTable(first.Complete()).Lines());
    }

    [Fact]
    public void MergingLeavesTheOtherAsItIs()
    {
        using var first = Run.Observed(0, 1);
        using var second = Run.Observed(3, 4);
        var before = new LassoTable(second.Complete()).Lines().ToArray();
        first.Merge(second);
        Assert.Equal(before, new LassoTable(second.Complete()).Lines());
    }

    [Fact]
    public void TheSameSequenceTwiceIsRefusedAndNothingIsMerged()
    {
        using var first = Run.Observed(0, 3);
        using var second = Run.Observed(1, 3, 4);
        var before = new LassoTable(first.Complete()).Lines().ToArray();
        var exception = Assert.Throws<ArgumentException>(() => first.Merge(second));
        Assert.Equal("both estimations have sequence 3; merge estimations of different sequences. (Parameter 'other')", exception.Message);
        Assert.Equal(before, new LassoTable(first.Complete()).Lines());
        Assert.Throws<ArgumentException>(() => first.Merge(first));
    }

    [Fact]
    public void AForeignEstimationIsRefused()
    {
        using var mine = Run.Observed(0);
        using var other = new ForeignEstimation();
        var exception = Assert.Throws<ArgumentException>(() => mine.Merge(other));
        Assert.Equal("a ForeignEstimation cannot be merged into a lasso estimation; merge one of the same estimator. (Parameter 'other')", exception.Message);
    }

    public static TheoryData<string> Differences =>
        ["features", "seed", "items", "sigma", "unit-rows", "lambda", "lambda-ratio", "top-k", "penalty", "intercept", "path-points", "path-end", "random-sets", "attention-sinks", "zero-tokens", "token-items"];

    [Theory]
    [MemberData(nameof(Differences))]
    public void AStateBegunOtherwiseIsRefused(string difference)
    {
        var other = difference switch
        {
            "features" => Run.Map(row => [.. row, 1]),
            "seed" => Run with { Seed = 99 },
            "items" => Run with { Items = false },
            "sigma" => Run.With("sigma", "0.02"),
            "unit-rows" => Run.With("unit-rows", "false"),
            "lambda" => (Run with { Options = [] }).With("zero-tokens", "keep").With("lambda", "0.01"),
            "lambda-ratio" => Run.With("lambda-ratio", "0.21"),
            "top-k" => (Run with { Options = [] }).With("zero-tokens", "keep").With("top-k", "2"),
            "penalty" => Run.With("penalty", "sum"),
            "intercept" => Run.With("intercept", "true"),
            "path-points" => Run.With("path-points", "2"),
            "path-end" => Run.With("path-end", "0.01"),
            "random-sets" => Run.With("random-sets", "11"),
            "attention-sinks" => Run.With("attention-sinks", "2"),
            "zero-tokens" => Run.With("zero-tokens", "refuse"),
            _ => Run.With("token-items", "all"),
        };
        using var mine = Run.Observed(0);
        using var theirs = other.Observed(1);
        Assert.Throws<ArgumentException>(() => mine.Merge(theirs));
        Assert.Throws<InvalidDataException>(() => Restored(Run, Saved(other, 1)));
    }

    [Fact]
    public void TheCultureOfTheMachineDoesNotMatter()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        var commas = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        commas.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            Thread.CurrentThread.CurrentCulture = commas;
            var saved = Saved(Run, 0);
            Thread.CurrentThread.CurrentCulture = before;
            using var restored = Restored(Run, saved);
            Assert.NotEmpty(restored.Complete().Estimates);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    internal static byte[] Saved(LassoRun run, params int[] sequences)
    {
        using var estimation = run.Observed(sequences);
        using var stream = new MemoryStream();
        estimation.Save(stream);
        return stream.ToArray();
    }

    internal static IMergeableEstimation Restored(LassoRun run, byte[] saved) => new LassoEstimator().Restore(run.Context(), new MemoryStream(saved));

    /// <summary>Gives sequences of which one is too short, one ends in zeros, one has a token that is not finite, and two have attention.</summary>
    internal static LassoRun Example()
    {
        var run = LassoRun.Drawn(Sequences, 8, 6).With("lambda-ratio", "0.2").With("zero-tokens", "keep").With("random-sets", "10") with { Items = true };
        float[] query = [.. Enumerable.Range(0, 8).Select(place => 1f + place)];
        FedSequence[] sequences = [.. run.Sequences];
        sequences[0] = sequences[0].AttendedBy(query);
        sequences[2] = sequences[2] with { Rows = sequences[2].Rows[..1] };
        sequences[3] = sequences[3].AttendedBy(query);
        sequences[4] = sequences[4] with { Rows = [.. sequences[4].Rows[..7], [0, double.NaN, 0, 0, 0, 0]] };
        sequences[5] = sequences[5] with { Rows = [.. sequences[5].Rows[..7], new double[6]] };
        return run.With(sequences);
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
