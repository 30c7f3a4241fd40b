using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Spectrum.Tests.Spectra;

namespace Infoscope.Plugins.Spectrum.Tests.Sequences;

public sealed class SequenceTests
{
    private const int Length = 7;

    [Property]
    public Property EveryNumberIsTheMeanOverSequences() => Prop.ForAll(RowSets.Any, set =>
    {
        var table = RunOf(set).Estimate();
        SpectrumTable[] each = [.. set.Rows.Chunk(Length).Select(rows => new SpectrumRun { Rows = rows }.Estimate())];
        foreach (var estimate in table.Estimates.Where(estimate => estimate.Against.Length > 0))
        {
            Estimate[] parts = [.. each.Select(one => one.Isotropic(estimate.Quantity.Id)!)];
            Near.Equal(parts.Average(one => one.Value.Number), estimate.Value.Number);
            Near.Equal(Math.Sqrt(parts.Sum(one => Math.Pow(one.StandardError!.Value, 2))) / parts.Length, estimate.StandardError!.Value);
        }

        foreach (var estimate in table.Estimates.Where(estimate => estimate.Against.Length == 0))
        {
            Near.Equal(each.Average(one => one.Number(estimate.Quantity.Id)), estimate.Value.Number);
            Near.Equal(each.Average(one => one.Find(estimate.Quantity.Id)!.Floor!.Value.Number), estimate.Floor!.Value.Number);
            Assert.Equal(set.Count, estimate.RowsUsed);
        }

        Assert.Equal(each[0].Estimates.Select(estimate => estimate.Quantity), table.Estimates.Select(estimate => estimate.Quantity));
    });

    [Property]
    public Property CentredSequencesLieEachAboutItsOwnMean() => Prop.ForAll(RowSets.Any, set =>
    {
        // Of two mirrored halves the mean is 0 to the bit. Rows of one kind alone have no direction about their mean.
        var mirrored = set.With(set.Rows.Chunk(Length).SelectMany(rows => rows.Concat(rows.Select(row => RowSet.Scaled(row, -1)))));
        var shifts = set.Random("shifts");
        var shifted = set.With(mirrored.Rows.Chunk(2 * Length).SelectMany(rows =>
        {
            var shift = 1024 * (1 + shifts.NextBelow(4));
            return rows.Select(row => row.Select(value => Math.Round(value * 1024) + shift).ToArray());
        }));
        if (!shifted.Rows.Chunk(2 * Length).All(rows => rows.Any(row => !row.SequenceEqual(rows[0])))) return;
        var plain = mirrored.With(mirrored.Rows.Select(row => row.Select(value => Math.Round(value * 1024)).ToArray()));
        var run = RunOf(plain, 2 * Length);
        run.Estimate().OfRows().AssertSame(RunOf(shifted, 2 * Length).With("centre", "true").Estimate().OfRows(), Near.Rounding);
    });

    [Property]
    public Property PartsOfWholeSequencesMergeSavedAndRestored() => Prop.ForAll(RowSets.Any, set =>
    {
        var run = RunOf(set);
        var (estimator, context) = (new SpectrumEstimator(), run.Context());
        var cut = set.Count / Length / 2 * Length;
        using var merged = (IMergeableEstimation)estimator.Begin(context);
        foreach (var (first, end) in new[] { (cut, set.Count), (0, cut) })
        {
            using var part = (IMergeableEstimation)estimator.Begin(context);
            run.Observe(part, first, end);
            var state = new MemoryStream();
            part.Save(state);
            state.Position = 0;
            using var restored = estimator.Restore(context, state);
            merged.Merge(restored);
        }

        run.Estimate().AssertSame(new SpectrumTable(merged.Complete()), Near.Rounding);
    });

    [Fact]
    public void ASequenceWithoutAUsableRowIsCounted()
    {
        var run = new SpectrumRun { Rows = [[1, 0], [0, 1], [0, 0], [double.NaN, 0]], SequenceLength = 2 }.With("aggregation", "sequences");
        var table = run.Estimate();
        Near.Equal(2, table.Number("stable-rank"));
        Assert.Equal((2, 2), (table.Find("stable-rank")!.RowsUsed, table.Find("stable-rank")!.RowsDropped));
        Assert.Contains("1 sequence has no row that can be used and no spectrum", table.Notes);
        Assert.Throws<NumericalFailureException>((run with { Rows = run.Rows[2..] }).Estimate);
    }

    [Fact]
    public void SequencesTakeNoLabelsAndPooledRowsNoSequences()
    {
        InputRequirements Of(string aggregation) => new SpectrumEstimator().Requires(new OptionValues("spectrum", new Dictionary<string, string> { ["aggregation"] = aggregation }, _ => throw new OptionException("")));
        Assert.Equal((RowAccess.WholeSequences, InputNeed.None), (Of("sequences").Access, Of("sequences").Labels));
        Assert.Equal((RowAccess.Stream, InputNeed.Optional), (Of("pooled").Access, Of("pooled").Labels));
    }

    [Fact]
    public void PooledAndSequenceStatesDoNotMix()
    {
        var run = new SpectrumRun { Rows = [[1, 0], [0, 1]] };
        using var pooled = (IMergeableEstimation)new SpectrumEstimator().Begin(run.Context());
        using var sequences = (IMergeableEstimation)new SpectrumEstimator().Begin(run.With("aggregation", "sequences").Context());
        Assert.Throws<ArgumentException>(() => pooled.Merge(sequences));
        Assert.Throws<ArgumentException>(() => sequences.Merge(pooled));
    }

    private static SpectrumRun RunOf(RowSet set, int length = Length) => new SpectrumRun { Rows = set.Rows, SequenceLength = length }.With("aggregation", "sequences");
}
