using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Spectrum.Tests.Spectra;

namespace Infoscope.Plugins.Spectrum.Tests.States;

/// <summary>The same rows, fed and merged alike, have the same bits whatever other label sets there are, though these decide whether rows are kept.</summary>
public sealed class LabelSetBitsTests
{
    // So many labels that all rows of a test are kept.
    private const int ManyLabels = 2000;

    // More rows than 256 and than d (1 + labels), so that without those label sets they are summed.
    private const int FewestRows = 257, MostRows = 900, MostFeatures = 23, MostLabels = 5;

    [Property(MaxTest = 60)]
    public Property OtherLabelSetsChangeNoBit() => Prop.ForAll(Cases, one =>
    {
        var run = one.Run();
        var more = run with { LabelSets = [.. run.LabelSets, .. Enumerable.Range(0, 20).Select(index => new TestLabels($"y~{index}", run.LabelSets[0].Labels, "y") { Count = ManyLabels })] };
        using var summed = Merged(run, one, out var ofSummed);
        using var kept = Merged(more, one, out var ofKept);
        Assert.NotNull(summed.Store.All);
        Assert.Null(kept.Store.All);
        Assert.Equal(ofSummed, ofKept);
        // What was merged may be fed on, and a state that keeps rows may take up one of more label sets that sums them.
        run.Observe(summed, 0, one.Features);
        more.Observe(kept, 0, one.Features);
        using var whole = (SpectrumEstimation)new SpectrumEstimator().Begin(run.Context());
        whole.Merge(kept);
        Assert.Equal(Bits(summed), Bits(kept));
        Assert.Equal(Bits(summed), Bits(whole));
    });

    [Theory]
    // d (1 + labels), and at least a page.
    [InlineData(64, 10, 704)]
    [InlineData(8, 3, 256)]
    // 256 MiB of rows, beyond which they are kept only up to the bytes of the sums, 4 d^2 for each.
    [InlineData(768, 70, 43_690)]
    [InlineData(768, 1050, 768 * 1051 / 2)]
    public void RowsAreKeptUpToABound(int features, int labels, int most)
    {
        var run = new SpectrumRun { Rows = [new double[features]], LabelSets = [new TestLabels("y", [0]) { Count = labels }] };
        using var estimation = (SpectrumEstimation)new SpectrumEstimator().Begin(run.Context());
        Assert.Equal(most, estimation.Store.MostKept);
    }

    // Merges parts one after the other, some of them into one another first, and some saved and restored.
    private static SpectrumEstimation Merged(SpectrumRun run, Case one, out string[] bits)
    {
        var (estimator, random) = (new SpectrumEstimator(), new RandomStream(one.Seed, "parts"));
        var merged = new Stack<SpectrumEstimation>([(SpectrumEstimation)estimator.Begin(run.Context())]);
        for (var first = 0; first < one.Rows;)
        {
            var end = Math.Min(one.Rows, first + 1 + (int)random.NextBelow(one.LargestPart));
            var part = (SpectrumEstimation)estimator.Begin(run.Context());
            run.Observe(part, first, end);
            merged.Push(random.NextBelow(2) == 0 ? part : Restored(run, part));
            while (merged.Count > 1 && random.NextBelow(3) > 0)
            {
                var last = merged.Pop();
                merged.Peek().Merge(last);
            }

            first = end;
        }

        while (merged.Count > 1)
        {
            var last = merged.Pop();
            merged.Peek().Merge(last);
        }

        bits = Bits(merged.Peek());
        Assert.Equal(bits, Bits(Restored(run, merged.Peek())));
        return merged.Peek();
    }

    private static SpectrumEstimation Restored(SpectrumRun run, SpectrumEstimation estimation)
    {
        var state = new MemoryStream();
        estimation.Save(state);
        state.Position = 0;
        return (SpectrumEstimation)new SpectrumEstimator().Restore(run.Context(), state);
    }

    private static string[] Bits(SpectrumEstimation estimation) =>
        [.. estimation.Complete().Estimates.Where(estimate => !estimate.LabelSet.StartsWith("y~", StringComparison.Ordinal)).Select(estimate => $"{estimate.Quantity} {estimate.LabelSet} {estimate.Item} {BitConverter.DoubleToInt64Bits(estimate.Value.Number):x16}")];

    private static Arbitrary<Case> Cases { get; } = Arb.From(
        from rows in Gen.Choose(FewestRows, MostRows)
        from features in Gen.Choose(1, MostFeatures)
        from labels in Gen.Choose(1, MostLabels)
        from largestPart in Gen.Choose(1, MostRows)
        from unitRows in Gen.Elements(true, false)
        from seed in Gen.Choose(0, int.MaxValue)
        select new Case(rows, features, labels, largestPart, unitRows, (ulong)seed),
        one => one.Smaller());

    private sealed record Case(int Rows, int Features, int Labels, int LargestPart, bool UnitRows, ulong Seed)
    {
        // One label set of all rows, and one that leaves rows out.
        public SpectrumRun Run()
        {
            var random = new RandomStream(Seed, "rows");
            double[][] rows = [.. Enumerable.Range(0, Rows).Select(_ => Enumerable.Range(0, Features).Select(_ => random.NextNormal()).ToArray())];
            var run = new SpectrumRun
            {
                Rows = rows,
                Items = true,
                LabelSets = [new TestLabels("y", Drawn(random, 0)), new TestLabels("some", Drawn(random, -1))],
            };
            return run.With("unit-rows", UnitRows ? "true" : "false");
        }

        public IEnumerable<Case> Smaller()
        {
            if (Rows > FewestRows) yield return this with { Rows = FewestRows + ((Rows - FewestRows) / 2) };
            if (Features > 1) yield return this with { Features = Features / 2 };
            if (Labels > 1) yield return this with { Labels = Labels - 1 };
            if (LargestPart < Rows) yield return this with { LargestPart = 2 * LargestPart };
        }

        // Many rows of the first labels and few, often no more than features, of the last.
        private int[] Drawn(RandomStream random, int least) => [.. Enumerable.Range(0, Rows).Select(_ => least + (int)((Labels - least) * Math.Pow(random.NextDouble(), 4)))];
    }
}
