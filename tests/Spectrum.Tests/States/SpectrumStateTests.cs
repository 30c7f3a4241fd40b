using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Spectrum.Tests.Spectra;

namespace Infoscope.Plugins.Spectrum.Tests.States;

public sealed class SpectrumStateTests
{
    // With 3 features and 8 labels 256 rows are kept, and not 3 x 9.
    private const int Features = 3, Labels = 5, MostKept = 256;

    [Property]
    public Property PartsSavedAndRestoredMergeInAnyOrderToOnePass() => Prop.ForAll(RowSets.Any, set => AssertMerges(Labelled(set.Rows, set.Seed), set.Seed));

    [Theory]
    [InlineData(MostKept)]
    [InlineData(MostKept + 1)]
    [InlineData(3 * MostKept)]
    public void PartsThatKeepRowsAndPartsThatSumThemMergeToOnePass(int rows) => AssertMerges(Labelled(Normals(rows, Features), 1), 1);

    [Theory]
    [InlineData(Features)]
    [InlineData(150)]
    public void KeptAndSummedRowsHaveTheSameNumbers(int features)
    {
        // The rows of a label set of many labels that never occur are kept; those of one without are summed. Of 150 features some labels have fewer rows than that.
        var few = Labelled(Normals(1500, features), 2);
        var many = few with { LabelSets = [few.LabelSets[0], few.LabelSets[1] with { Count = 500 }] };
        using var summed = Observed(few);
        using var kept = Observed(many);
        Assert.Equal(1500, summed.Store.Rows);
        Assert.NotNull(summed.Store.All);
        Assert.Null(kept.Store.All);
        few.Estimate().AssertSame(many.Estimate(), Near.Rounding);
    }

    [Theory]
    [InlineData(MostKept)]
    [InlineData(MostKept + 1)]
    public void RowsAreSummedFromOneBeyondTheMostThatAreKept(int rows)
    {
        using var estimation = Observed(new SpectrumRun { Rows = Normals(rows, Features) });
        Assert.Equal(rows > MostKept, estimation.Store.All is not null);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    public void BlocksOfAnySizeGiveTheSameBits(int rows)
    {
        var run = Labelled(Normals(rows, Features), 3);
        var expected = run.Estimate().All();
        foreach (var blockSize in new[] { 1, 7, 1000 }) Assert.Equal(expected, (run with { BlockSize = blockSize }).Estimate().All());
    }

    [Fact]
    public void WhatIsNotAStateOfTheSameEstimationIsRefused()
    {
        foreach (var rows in new[] { 20, 600 })
        {
            var run = Labelled(Normals(rows, Features), 4);
            var state = Saved(run);
            foreach (var other in new[] { run.With("eps", "0.2"), run.With("unit-rows", "false"), run.With(run.LabelSets[0]), run with { Rows = Normals(rows, Features + 1) } })
                Assert.Throws<InvalidDataException>(() => Restore(other, state));
            foreach (var length in new[] { 0, 10, state.Length / 2, state.Length - 1 }) Assert.Throws<InvalidDataException>(() => Restore(run, state[..length]));
        }
    }

    [Theory]
    [InlineData(20)]
    [InlineData(600)]
    public void ADamagedStateIsRefusedOrStillFinite(int rows)
    {
        var run = Labelled(Normals(rows, Features), 5);
        var state = Saved(run);
        var refused = 0;
        for (var place = 0; place < state.Length; place += 7)
        {
            var damaged = (byte[])state.Clone();
            damaged[place] ^= 0xC0;
            try
            {
                using var restored = Restore(run, damaged);
                Assert.All(restored.Complete().Estimates, estimate => Assert.True(double.IsFinite(estimate.Value.Number)));
            }
            catch (Exception failure) when (failure is InvalidDataException or NumericalFailureException)
            {
                refused++;
            }
        }

        // What is left is a low bit of a number, or a label that another label became.
        Assert.True(refused > 0);
    }

    [Fact]
    public void AForeignOrDifferentEstimationIsNotMerged()
    {
        var run = Labelled(Normals(10, Features), 6);
        using var estimation = Observed(run);
        foreach (var other in new[] { run.With("eps", "0.2"), run.With(run.LabelSets[0]), run.With(run.LabelSets[1], run.LabelSets[0]) })
        {
            using var different = Observed(other);
            Assert.Throws<ArgumentException>(() => estimation.Merge(different));
        }
    }

    [Fact]
    public void AStateWithMoreLabelSetsMergesIntoOneWithTheFirstOfThem()
    {
        var run = Labelled(Normals(400, Features), 7);
        var first = run.With(run.LabelSets[0]);
        using var merged = (SpectrumEstimation)new SpectrumEstimator().Begin(first.Context());
        using var more = Observed(run);
        merged.Merge(more);
        first.Estimate().AssertSame(new SpectrumTable(merged.Complete()), Near.Rounding);
    }

    private static void AssertMerges(SpectrumRun run, ulong seed)
    {
        const int Parts = 4;
        var (estimator, context) = (new SpectrumEstimator(), run.Context());
        using var merged = (IMergeableEstimation)estimator.Begin(context);
        var order = new KeyedPermutation(seed, "parts", Parts);
        for (var place = 0; place < Parts; place++)
        {
            using var part = (IMergeableEstimation)estimator.Begin(context);
            run.Observe(part, (int)(order[place] * run.Rows.Length / Parts), (int)((order[place] + 1) * run.Rows.Length / Parts));
            var state = new MemoryStream();
            part.Save(state);
            state.Position = 0;
            using var restored = estimator.Restore(context, state);
            Assert.Equal(state.Length, state.Position);
            merged.Merge(restored);
        }

        run.Estimate().AssertSame(new SpectrumTable(merged.Complete()), Near.Rounding);
    }

    private static SpectrumEstimation Observed(SpectrumRun run)
    {
        var estimation = (SpectrumEstimation)new SpectrumEstimator().Begin(run.Context());
        run.Observe(estimation, 0, run.Rows.Length);
        return estimation;
    }

    private static byte[] Saved(SpectrumRun run)
    {
        using var estimation = Observed(run);
        using var state = new MemoryStream();
        estimation.Save(state);
        return state.ToArray();
    }

    private static IMergeableEstimation Restore(SpectrumRun run, byte[] state) => new SpectrumEstimator().Restore(run.Context(), new MemoryStream(state));

    private static double[][] Normals(int rows, int features)
    {
        var random = new RandomStream(1, "states");
        return [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, features).Select(_ => random.NextNormal()).ToArray())];
    }

    // One label set of all rows, one with rows without a label and labels of few rows.
    private static SpectrumRun Labelled(double[][] rows, ulong seed)
    {
        var random = new RandomStream(seed, "labels");
        return new SpectrumRun
        {
            Rows = rows,
            Items = true,
            LabelSets =
            [
                new TestLabels("y", [.. rows.Select(_ => (int)random.NextBelow(Labels))]) { Count = Labels },
                new TestLabels("rare", [.. rows.Select(_ => random.NextBelow(3) > 0 ? (int)random.NextBelow(2) : random.NextBelow(9) == 0 ? 2 : -1)]) { Count = 3 },
            ],
        };
    }
}
