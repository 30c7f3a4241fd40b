using Infoscope.Engine.Inputs;
using Infoscope.Engine.Labels;
using Infoscope.Engine.Tests.Doubles;

namespace Infoscope.Engine.Tests.Labels;

public sealed class NullWithinTests
{
    private const int Rows = 900;

    private static readonly RowLabels Fine = Given.Labels("fine", [.. Enumerable.Range(0, Rows).Select(row => (long)row)]);
    private static readonly RowLabels Coarse = Given.Labels("coarse", [.. Enumerable.Range(0, Rows).Select(row => row % 10 == 9 ? -1L : row % 7)]);

    [Fact]
    public void LabelsChangePlacesAmongRowsThatShareALabelAlone()
    {
        var nulls = new NullLabels(Fine, new LabelledRows(Fine, Rows, null, null), Rows, SequenceLayout.Rectangular(30, 30), Coarse, null, 1, 3);
        Assert.Equal(
            "null within coarse: labels change places among the rows that share a label of coarse; 90 of 900 labelled rows have none and keep theirs, so the null is too high"
            + "; rows of one sequence may depend on each other, which makes the null too narrow",
            nulls.Note);
        for (var index = 0; index < 3; index++)
        {
            var from = Enumerable.Range(0, Rows).Select(row => nulls[index, row]).ToArray();
            Assert.Equal(Enumerable.Range(0, Rows), from.Order());
            Assert.All(Enumerable.Range(0, Rows), row => Assert.Equal(Coarse[row], Coarse[from[row]]));
            Assert.All(Enumerable.Range(0, Rows).Where(row => Coarse[row] < 0), row => Assert.Equal(row, from[row]));
            Assert.True(from.Index().Count(one => one.Item != one.Index) > Rows / 2);
        }
    }

    [Fact]
    public void PermutationsThatAreForgottenComeBackAsTheyWere()
    {
        var nulls = new NullLabels(Fine, new LabelledRows(Fine, Rows, null, null), Rows, null, Coarse, null, 1, 2);
        int[] Labels() => [.. Enumerable.Range(0, Rows).Select(row => nulls[1, row])];
        var before = Labels();
        nulls.Release(0, 2);
        Assert.Equal(before, Labels());
    }

    [Fact]
    public void ALabelSetThatDoesNotRefineTheOtherIsToldHowToBeAskedOf()
    {
        var half = Given.Labels("half", [.. Enumerable.Range(0, Rows).Select(row => row % 2L)]);
        var third = Given.Labels("third", [.. Enumerable.Range(0, Rows).Select(row => row % 3L)]);
        var nulls = new NullLabels(half, new LabelledRows(half, Rows, null, null), Rows, null, third, null, 1, 2);
        Assert.EndsWith("; half does not refine third, so what both know together is not seen: permute join:half,third within third instead", nulls.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatALabelSetKnowsBeyondAnotherIsAboveItsNull()
    {
        // The symbol is the row modulo 6. "part" knows it modulo 2; "more" knows it wholly; "noise" is part with a coin that knows nothing.
        var coin = new RandomStream(1, "coin");
        RowLabels Of(string name, Func<int, long> label) => Given.Labels(name, [.. Enumerable.Range(0, Rows).Select(label)]);
        var set = new ActivationSet
        {
            Name = "s",
            Activations = new MemoryActivations(Rows, 1),
            Labels = [Of("part", row => row % 2), Of("more", row => row % 6), Of("noise", row => (row % 2) + (2 * coin.NextBelow(2)))],
        };
        var settings = Given.Settings(nulls: 20) with { NullWithin = new Dictionary<string, string> { ["more"] = "part", ["noise"] = "part" } };
        var rows = Given.Run(set, new EntropyEstimator(6), settings).Rows.Where(row => row.Quantity == "mutual-information").ToDictionary(row => row.LabelSet);
        // I(more) = ln 6, I(part) = ln 2, and within part the permuted labels keep ln 2 of it.
        Assert.Equal(Math.Log(6), rows["more"].Value, 1e-12);
        Assert.InRange(rows["more"].NullMean!.Value, Math.Log(2), Math.Log(2) + 0.05);
        Assert.Equal(1.0 / 21, rows["more"].NullP!.Value, 1e-12);
        Assert.Equal("saturated", rows["more"].Verdict);
        Assert.Equal("inside null", rows["noise"].Verdict);
        Assert.Equal("null by rows", rows["part"].Notes[0]);
    }
}
