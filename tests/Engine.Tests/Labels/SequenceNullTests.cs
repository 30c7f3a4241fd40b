using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;
using Infoscope.Engine.Tests.Doubles;

namespace Infoscope.Engine.Tests.Labels;

public sealed class SequenceNullTests
{
    private const int Sequences = 30;
    private const int Length = 8;
    private const int Rows = Sequences * Length;

    private static readonly SequenceLayout Layout = SequenceLayout.Rectangular(Sequences, Length);

    // Row by row, the label tells the sequence that it came from and the place in it.
    private static readonly RowLabels Telling = Given.Labels("y", [.. Enumerable.Range(0, Rows).Select(row => (long)row)]);

    [Fact]
    public void WholeSequencesChangePlacesAndKeepTheirOrder()
    {
        var nulls = Nulls(Telling, Layout, null);
        Assert.Equal((NullUnit.Sequences, "null by sequences"), (nulls.Unit, nulls.Note));
        for (var index = 0; index < 3; index++)
        {
            var from = Enumerable.Range(0, Rows).Select(row => nulls[index, row]).ToArray();
            Assert.Equal(Enumerable.Range(0, Rows), from.Order());
            Assert.NotEqual(Enumerable.Range(0, Rows), from);
            Assert.All(Enumerable.Range(0, Rows), row => Assert.Equal((from[row / Length * Length] / Length, row % Length), (from[row] / Length, from[row] % Length)));
        }
    }

    [Fact]
    public void SequencesChangePlacesWithThoseOfEqualLengthAlone()
    {
        // Lengths 3, 5, 3, 5, ... and one of 7, which has no other.
        int[] lengths = [.. Enumerable.Range(0, 20).Select(sequence => sequence % 2 == 0 ? 3 : 5), 7];
        var ids = lengths.SelectMany((length, sequence) => Enumerable.Repeat((long)sequence, length)).ToArray();
        var layout = SequenceLayout.FromIds("ids", ids);
        var labels = Given.Labels("y", [.. Enumerable.Range(0, ids.Length).Select(row => (long)row)]);
        var nulls = Of(labels, ids.Length, layout, null, 5);
        Assert.Equal("null by sequences: 1 of 21 sequences have no other with as many labelled rows and keep their labels, so the null is too high", nulls.Note);
        for (var index = 0; index < 5; index++)
        {
            for (var row = 0; row < ids.Length; row++) Assert.Equal(lengths[ids[row]], lengths[ids[nulls[index, row]]]);
            Assert.All(Enumerable.Range(ids.Length - 7, 7), row => Assert.Equal(row, nulls[index, row]));
        }
    }

    [Fact]
    public void RowsThatTakeNoPartKeepWhatTheyHaveAndTheOthersMoveInTheirOrder()
    {
        // The last two positions of every sequence have no label, and one row in the middle is not used.
        var labels = Given.Labels("y", [.. Enumerable.Range(0, Rows).Select(row => row % Length >= Length - 2 ? -1L : row)]);
        bool[] selected = [.. Enumerable.Range(0, Rows).Select(row => row != (4 * Length) + 2)];
        var nulls = Of(labels, Rows, Layout, NullUnit.Sequences, 3, selected);
        Assert.Equal("null by sequences: 1 of 30 sequences have no other with as many labelled rows and keep their labels, so the null is too high", nulls.Note);
        for (var index = 0; index < 3; index++)
        {
            var used = Enumerable.Range(0, Rows).Where(row => selected[row] && labels[row] >= 0).ToArray();
            Assert.Equal(used.Select(row => labels[row]), used.Select(row => nulls[index, row]).Order());
            Assert.All(Enumerable.Range(0, Rows).Except(used), row => Assert.Equal(labels[row], nulls[index, row]));
        }
    }

    [Fact]
    public void LabelSetsOverTheSameRowsArePermutedAlikeWhateverTheirNames()
    {
        var coarse = Given.Labels("another", [.. Enumerable.Range(0, Rows).Select(row => (long)(row / 3))]);
        foreach (var layout in new[] { Layout, null })
        {
            var (fine, rough) = (Nulls(Telling, layout, null), Nulls(coarse, layout, null));
            Assert.All(Enumerable.Range(0, Rows), row => Assert.Equal(fine[1, row] / 3, rough[1, row]));
        }
    }

    [Theory]
    [InlineData(null, NullUnit.Rows, "null by rows")]
    [InlineData(1, NullUnit.Rows, "null by rows, because there is one sequence alone: rows of one sequence may depend on each other, which makes the null too narrow")]
    [InlineData(5, NullUnit.Rows, "null by rows, because 5 of 5 sequences have another with as many labelled rows, which is too few: rows of one sequence may depend on each other, which makes the null too narrow")]
    [InlineData(6, NullUnit.Sequences, "null by sequences")]
    public void TheDataDecideWhatChangesPlaces(int? sequences, NullUnit unit, string note)
    {
        var nulls = Nulls(Telling, sequences is { } count ? SequenceLayout.Rectangular(count, Rows / count) : null, null);
        Assert.Equal((unit, note), (nulls.Unit, nulls.Note));
    }

    [Fact]
    public void SequencesThatMostlyHaveNoOtherOfEqualLengthLeaveTheNullToRows()
    {
        // 6 sequences of one row, which could change places, and 8 that cannot and hold most of the rows.
        int[] lengths = [1, 1, 1, 1, 1, 1, .. Enumerable.Range(10, 8)];
        var ids = lengths.SelectMany((length, sequence) => Enumerable.Repeat((long)sequence, length)).ToArray();
        var labels = Given.Labels("y", [.. Enumerable.Range(0, ids.Length).Select(row => (long)row)]);
        var nulls = Of(labels, ids.Length, SequenceLayout.FromIds("ids", ids), null, 1);
        Assert.Equal("null by rows, because 6 of 14 sequences have another with as many labelled rows, which is too few: rows of one sequence may depend on each other, which makes the null too narrow", nulls.Note);
    }

    [Fact]
    public void FewArrangementsOfManySequencesLeaveTheNullToRows()
    {
        // Three pairs of lengths can be arranged in 8 ways, the given one among them.
        var ids = ((int[])[40, 40, 50, 50, 60, 60]).SelectMany((length, sequence) => Enumerable.Repeat((long)sequence, length)).ToArray();
        var labels = Given.Labels("y", [.. Enumerable.Range(0, ids.Length).Select(row => (long)row)]);
        Assert.Equal(NullUnit.Rows, Of(labels, ids.Length, SequenceLayout.FromIds("ids", ids), null, 1).Unit);
    }

    [Fact]
    public void WhatIsAskedForWinsOverTheData()
    {
        Assert.Equal("null by rows: rows of one sequence may depend on each other, which makes the null too narrow", Nulls(Telling, Layout, NullUnit.Rows).Note);
        var two = Nulls(Telling, SequenceLayout.Rectangular(2, Rows / 2), NullUnit.Sequences);
        Assert.Equal((NullUnit.Sequences, "null by sequences; there are 2 arrangements in all, so permutations repeat each other"), (two.Unit, two.Note));
    }

    [Fact]
    public void SequencesAskedForWithoutSequencesAreRefused()
    {
        var set = new ActivationSet { Name = "s", Activations = new MemoryActivations(20, 1), Labels = [Given.Labels("y", new long[20])] };
        var problem = Assert.Single(new Comparison(set, [Given.Entry(new MeanEstimator())], Given.Settings(nulls: 2) with { NullUnit = NullUnit.Sequences }).Check());
        Assert.Equal(
            "--null-unit sequences needs several sequences; memory has no sequence axis, so leave it out, or give activations of shape (sequences, length, features) or --sequences FILE.",
            problem.Sentence);
    }

    private static NullLabels Nulls(RowLabels labels, SequenceLayout? layout, NullUnit? unit) => Of(labels, Rows, layout, unit, 3);

    private static NullLabels Of(RowLabels labels, int rows, SequenceLayout? layout, NullUnit? unit, int count, bool[]? selected = null) =>
        new(labels, new LabelledRows(labels, rows, selected, null), rows, layout, null, unit, 1, count);
}
