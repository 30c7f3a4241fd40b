using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Infoscope.Plugins.Spectrum.Labels;
using Infoscope.Plugins.Spectrum.Rows;
using Infoscope.Plugins.Spectrum.Spectra;
using Infoscope.Plugins.Spectrum.Tests.Spectra;

namespace Infoscope.Plugins.Spectrum.Tests.Labels;

/// <summary>The Holevo quantity and the coding-rate reduction.</summary>
public sealed class LabelInformationTests
{
    private const string Information = "mutual-information", Reduction = "coding-rate-reduction";

    [Property]
    public Property OfUnitRowsInformationIsAtMostThatOfTheLabelsAndOfTheRows() => ForAllLabelled((run, labels) =>
    {
        var table = run.With(new TestLabels("y", labels)).Estimate();
        var information = table.Number(Information, "y");
        Near.AtMost(information, 0);
        Near.AtMost(EntropyOf(labels), information);
        Near.AtMost(table.Number("entropy", "y"), information);
        Near.Equal(table.Number("entropy", "y") - table.Number("conditional-entropy", "y"), information);
        Near.AtMost(table.Number(Reduction, "y"), 0);
    });

    [Property]
    public Property OfRowsAsTheyAreTheirWeightsBoundIt() => ForAllLabelled((run, labels) =>
    {
        var table = run.With("unit-rows", "false").With(new TestLabels("y", labels)).Estimate();
        var (information, ceiling) = (table.Number(Information, "y"), table.Find(Information, "y")!.Ceiling!.Value.Number);
        Near.AtMost(information, 0);
        Near.AtMost(ceiling, information);
        double[] energies = [.. labels.Zip(run.Rows).GroupBy(pair => pair.First, pair => pair.Second.Sum(value => value * value)).Select(group => group.Sum())];
        Near.AtMost(energies.Sum(energy => -energy / energies.Sum() * Math.Log(energy / energies.Sum())), ceiling);
    });

    [Fact]
    public void OfRowsAsTheyAreItMayExceedTheEntropyOfTheLabels()
    {
        // Nine rows of length 1 along one axis weigh as much as one of length 3 along the other.
        double[][] rows = [.. Enumerable.Repeat(new double[] { 1, 0 }, 9), [0, 3]];
        var table = new SpectrumRun { Rows = rows }.With("unit-rows", "false").With(new TestLabels("y", [0, 0, 0, 0, 0, 0, 0, 0, 0, 1])).Estimate();
        Near.Equal(Math.Log(2), table.Number(Information, "y"));
        Near.Equal(Math.Log(2), table.Find(Information, "y")!.Ceiling!.Value.Number);
        Assert.Equal(0.325, -(0.9 * Math.Log(0.9)) - (0.1 * Math.Log(0.1)), 5e-4);
    }

    [Property]
    public Property FinerLabelsTellAtLeastAsMuchAndTheChainRuleHolds() => ForAllLabelled((run, fine) =>
    {
        int[] coarse = [.. fine.Select(label => label / 2)];
        TestLabels[] within = [.. coarse.Distinct().Select(label => new TestLabels($"within {label}", [.. fine.Select((one, row) => coarse[row] == label ? one : -1)]))];
        var table = run.With([new TestLabels("fine", fine), new TestLabels("coarse", coarse), .. within]).Estimate();
        foreach (var quantity in new[] { Information, Reduction })
        {
            Near.AtMost(table.Number(quantity, "fine"), table.Number(quantity, "coarse"));
            var rest = within.Sum(one => (double)one.Labels.Count(label => label >= 0) / fine.Length * table.Number(quantity, one.Name));
            Near.Equal(table.Number(quantity, "fine"), table.Number(quantity, "coarse") + rest);
        }
    });

    [Property(MaxTest = 40)]
    public Property SumsOfFeaturesGiveWhatTheGramMatricesOfRowsGive() => Prop.ForAll(RowSets.Any, drawn =>
    {
        // More rows than features, so that the sums of features are what the estimator takes the spectra of.
        var random = drawn.Random("copies");
        var set = drawn.With(Enumerable.Repeat(drawn.Rows, 9).SelectMany(rows => rows).Select(row => row.Select(value => value + (0.3 * random.NextNormal())).ToArray())).Unit();
        int[] labels = [.. set.Rows.Select(_ => (int)random.NextBelow(3))];
        var run = new SpectrumRun { Rows = set.Rows }.With(new TestLabels("y", labels));
        var table = run.Estimate();
        RowSpectrum OfGram(Func<int, bool> isIn) => ByRows([.. set.Rows.Where((_, row) => isIn(row))]);
        var whole = OfGram(_ => true);
        var each = labels.Distinct().ToDictionary(label => label, label => OfGram(row => labels[row] == label));
        var spectra = new LabelSpectra(whole, each);
        Near.Equal(0.5 * whole.LogDeterminantNats(0.1), table.Number("coding-rate"));
        Near.Equal(whole.EntropyNats, table.Number("matrix-entropy"));
        Near.Equal(whole.ParticipationRatio, table.Number("participation-ratio"));
        Near.Equal(whole.EntropyNats, table.Number("entropy", "y"));
        Near.Equal(spectra.ConditionalEntropyNats, table.Number("conditional-entropy", "y"));
        Near.Equal(spectra.InformationNats, table.Number(Information, "y"));
        Near.Equal(spectra.CodingRateReductionNats(0.1), table.Number(Reduction, "y"));
    });

    // ZZ', n x n, whatever the number of rows; the estimator takes it for at most d of them.
    private static RowSpectrum ByRows(double[][] rows)
    {
        using var session = TestCompute.Open();
        var gram = new ProductSum(rows.Length);
        gram.AddRows(rows.SelectMany(row => row).ToArray(), rows[0].Length, session);
        return RowSpectrum.OfGram(gram, rows[0].Length, session);
    }

    [Property]
    public Property OneLabelTellsNothingToTheBit() => ForAllLabelled((run, labels) =>
    {
        var table = run.With(new TestLabels("all", [.. labels.Select(_ => 3)]), new TestLabels("some", [.. labels.Select(label => label == labels[0] ? 1 : -1)])).Estimate();
        foreach (var name in new[] { "all", "some" }) Assert.Equal([0.0, 0], [table.Number(Information, name), table.Number(Reduction, name)]);
    });

    [Fact]
    public void LabelsOfRowsAtRightAnglesTellAllThereIs()
    {
        // Two labels of two directions each: H(Z) = ln 4, within a label ln 2.
        var run = new SpectrumRun { Rows = [[1, 0, 0, 0], [0, 2, 0, 0], [0, 0, 3, 0], [0, 0, 0, 4]], Items = true };
        var table = run.With(new TestLabels("y", [0, 0, 1, 1])).Estimate();
        Near.Equal(Math.Log(4), table.Number("entropy", "y"));
        Near.Equal(Math.Log(2), table.Number("conditional-entropy", "y"));
        Near.Equal(Math.Log(2), table.Number(Information, "y"));
        Near.Equal(Math.Log(2), table.Find(Information, "y")!.Ceiling!.Value.Number);
        // d/(n eps^2) is 100 for all four rows and 200 for the two of a label.
        Near.Equal((2 * Math.Log(101)) - Math.Log(201), table.Number(Reduction, "y"));
        Near.Equal(2 * Math.Log(101), table.Find(Reduction, "y")!.Ceiling!.Value.Number);
        Near.Equal(Math.Log(2), table.Number("conditional-entropy", "y", "label 1"));
        Near.Equal(Math.Log(201), table.Number("coding-rate", "y", "label 0"));
        Assert.Equal(2, table.Find("coding-rate", "y", "label 0")!.RowsUsed);
    }

    [Fact]
    public void TheReductionMayExceedTheEntropyOfTheLabels()
    {
        double[][] rows = [.. Enumerable.Range(0, 40).Select(row => Enumerable.Range(0, 40).Select(feature => feature == row ? 1.0 : 0).ToArray())];
        var table = new SpectrumRun { Rows = rows }.With(new TestLabels("y", [.. Enumerable.Range(0, 40).Select(row => row % 2)])).Estimate();
        Assert.True(table.Number(Reduction, "y") > 5 * Math.Log(2));
    }

    [Fact]
    public void ANullHasWhatItIsComparedByAndNoItems()
    {
        var random = new RandomStream(1, "null");
        var run = new SpectrumRun { Rows = [.. Enumerable.Range(0, 20).Select(_ => new[] { random.NextNormal(), random.NextNormal() })], Items = true };
        var labels = new TestLabels("y", [.. Enumerable.Range(0, 20).Select(row => row % 3)]);
        var permuted = new TestLabels("y#0", [.. Enumerable.Range(0, 20).Select(row => row * 7 % 20 % 3)], NullOf: "y");
        var (alone, beside) = (run.With(labels).Estimate(), run.With(labels, permuted).Estimate());
        Assert.Equal(["conditional-entropy", "mutual-information", "coding-rate-reduction"], beside.Estimates.Where(estimate => estimate.LabelSet == "y#0").Select(estimate => estimate.Quantity.Id));
        Assert.Equal(alone.All(), beside.All()[..alone.All().Length]);
    }

    [Fact]
    public void ALabelSetWithoutAUsableRowIsNotedAndRowsLeftOutAreCounted()
    {
        var run = new SpectrumRun { Rows = [[1, 0], [0, 0], [double.NaN, 1], [0, 1]], Items = true };
        var table = run.With(new TestLabels("y", [0, 0, 1, 1]), new TestLabels("none", [-1, 0, 1, -1])).Estimate();
        Assert.Contains("label set 'none' has no labelled row that can be used, so it has no estimates", table.Notes);
        Assert.Contains("1 zero row and 1 row that is not finite were left out", table.Notes);
        var information = table.Find(Information, "y")!;
        Assert.Equal((2, 2), (information.RowsUsed, information.RowsDropped));
        var item = table.Find("conditional-entropy", "y", "label 1")!;
        Assert.Equal((1, 1), (item.RowsUsed, item.RowsDropped));
        Assert.Equal((2, 2), (table.Find("coding-rate")!.RowsUsed, table.Find("coding-rate")!.RowsDropped));
    }

    [Fact]
    public void ThousandsOfLabelsThatMostlyNeverOccurCostNothing()
    {
        var run = new SpectrumRun { Rows = [[1, 0], [0, 1], [1, 1]] };
        var (few, many) = (new TestLabels("y", [0, 1, 1]), new TestLabels("y", [0, 49_999, 49_999]) { Count = 50_000 });
        Assert.Equal(run.With(few).Estimate().All(), run.With(many).Estimate().All());
    }

    private static double EntropyOf(int[] labels) => labels.GroupBy(label => label).Sum(group => -(double)group.Count() / labels.Length * Math.Log((double)group.Count() / labels.Length));

    private static Property ForAllLabelled(Action<SpectrumRun, int[]> check) => Prop.ForAll(RowSets.Any, set =>
    {
        var random = set.Random("labels");
        var labels = 1 + random.NextBelow(6);
        check(new SpectrumRun { Rows = set.Rows }, [.. set.Rows.Select(_ => (int)random.NextBelow(labels))]);
    });
}
