using Infoscope.Plugins.Spectrum.Renyi;

namespace Infoscope.Plugins.Spectrum.Tests.Renyi;

public sealed class LabelTests
{
    private const double Rounding = 1e-12;

    private static readonly int[] Labels = [.. Enumerable.Range(0, 24).Select(row => row % 7 == 0 ? -1 : row % 3)];

    public static TheoryData<string, string> KernelsAndOrders
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var kernel in new[] { "rbf", "linear" })
            {
                foreach (var alpha in new[] { "0.7", "1", "1.01", "2", "5" }) all.Add(kernel, alpha);
            }

            return all;
        }
    }

    /// <summary>The joint matrix is built in full here, and never in the plugin.</summary>
    [Theory]
    [MemberData(nameof(KernelsAndOrders))]
    public void TheInformationOfLabelsIsThatOfTheirKernel(string kernel, string alpha)
    {
        var run = RenyiRun.OfNormals(24, 3).With("kernel", kernel).With("alpha", alpha).With("bandwidth", "1.5").With(new RenyiLabels("y", Labels));
        var table = run.Estimate();
        int[] labelled = [.. Enumerable.Range(0, 24).Where(row => Labels[row] >= 0)];
        double Kernel(int i, int j)
        {
            var (x, y) = (run.Rows[labelled[i]], run.Rows[labelled[j]]);
            return kernel == "rbf" ? Math.Exp(-x.Zip(y, (a, b) => (a - b) * (a - b)).Sum() / 4.5) : x.Zip(y, (a, b) => a * b).Sum() / (Norm(x) * Norm(y));
        }

        double Same(int i, int j) => Labels[labelled[i]] == Labels[labelled[j]] ? 1 : 0;
        using var compute = RenyiRun.OpenCompute();
        var entropy = new MatrixEntropy(compute, double.Parse(alpha, System.Globalization.CultureInfo.InvariantCulture));
        double Nats(Func<int, int, double> of) => entropy.OfEigenvaluesNats([.. from i in Enumerable.Range(0, labelled.Length) from j in Enumerable.Range(0, labelled.Length) select of(i, j)], labelled.Length);
        var (rows, label, joint) = (Nats(Kernel), Nats(Same), Nats((i, j) => Kernel(i, j) * Same(i, j)));
        Assert.Equal(rows, table.Find("entropy").Value.Number, Rounding);
        Assert.Equal(joint - label, table.Conditional.Value.Number, Rounding);
        Assert.Equal(rows + label - joint, table.Information.Value.Number, Rounding);
        Assert.Equal(Math.Min(rows, label), table.Information.Ceiling!.Value.Number, Rounding);
        Assert.Equal((labelled.Length, 0), ((int)table.Information.RowsUsed, (int)table.Information.RowsDropped));
    }

    [Fact]
    public void ItemsAreTheEntropiesOfTheRowsOfEachLabel()
    {
        var run = RenyiRun.OfNormals(24, 3).With("bandwidth", "1").With(new RenyiLabels("y", Labels)) with { Items = true };
        var table = run.Estimate();
        double mean = 0;
        for (var label = 0; label < 3; label++)
        {
            var item = table.Find("conditional-entropy", item: $"label {label}");
            double[][] alone = [.. run.Rows.Where((_, row) => Labels[row] == label)];
            Assert.Equal((run with { Rows = alone, LabelSets = [], Items = false }).Estimate().Entropy.Value.Number, item.Value.Number, Rounding);
            Assert.Equal(alone.Length, item.RowsUsed);
            mean += item.Value.Number * alone.Length / table.Conditional.RowsUsed;
        }

        Assert.Equal(mean, table.Conditional.Value.Number, Rounding);
    }

    [Fact]
    public void LabelsThatTellRowsApartTellAllOfTheEntropy()
    {
        var table = RenyiRun.OfNormals(20, 3).With(RenyiLabels.InTurn(20, 20)).Estimate();
        Assert.Equal(table.Entropy.Value, table.Information.Value);
        Assert.Equal(0, table.Conditional.Value.Number);
        Assert.Equal(0, table.Conditional.Ceiling!.Value.Number, Rounding);
    }

    [Fact]
    public void OneLabelTellsNothingAndIsNoted()
    {
        var table = RenyiRun.OfNormals(20, 3).With("alpha", "1.5").With(new RenyiLabels("y", new int[20])).Estimate();
        Assert.Equal(0, table.Information.Value.Number, Rounding);
        Assert.Equal(["label set 'y' has usable rows of one label alone, so its information is 0 by definition"], table.Notes);
    }

    [Fact]
    public void ALabelSetWithoutAUsableRowIsNotedAndTheRestIsEstimated()
    {
        int[] none = [.. Enumerable.Repeat(-1, 20)];
        var run = RenyiRun.OfNormals(20, 3);
        var table = run.With(new RenyiLabels("y", none), new RenyiLabels("y~0", none, "y")).Estimate();
        Assert.Equal(["label set 'y' has no estimates: none of its labelled rows can be used"], table.Notes);
        Assert.Equal(run.Estimate().AllNumbers(), table.AllNumbers());
    }

    [Fact]
    public void ANullHasTheConditionalEntropyAndTheInformationAlone()
    {
        var y = RenyiLabels.InTurn(20, 3);
        int[] permuted = [.. y.Labels.Reverse()];
        var table = (RenyiRun.OfNormals(20, 3).With(y, new RenyiLabels("y~0", permuted, "y")) with { Items = true }).Estimate();
        Assert.Equal(["conditional-entropy", "mutual-information"], table.Estimates.Where(estimate => estimate.LabelSet == "y~0").Select(estimate => estimate.Quantity.Id));
        Assert.Equal(RenyiRun.OfNormals(20, 3).With(new RenyiLabels("y", permuted)).Estimate().Information.Value, table.Find("mutual-information", "y~0").Value);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public void OtherLabelSetsAndAReferenceChangeNoBit(string alpha)
    {
        var run = RenyiRun.OfNormals(24, 3).With("alpha", alpha).With(new RenyiLabels("y", Labels));
        var beside = (run.With(RenyiLabels.InTurn(24, 5) with { Name = "other" }, run.LabelSets[0]) with { Reference = RenyiRun.Normals(24, 2, seed: 9) }).Estimate();
        foreach (var estimate in run.Estimate().Estimates) Assert.Equal(estimate.Value, beside.Find(estimate.Quantity.Id, estimate.LabelSet).Value);
    }

    /// <summary>Of 1,500 labels most have two rows; each is a matrix of its own size.</summary>
    [Fact]
    public void ThousandsOfLabelsAreTheirBlocksAlone()
    {
        var run = RenyiRun.OfNormals(1800, 2).With("alpha", "2").With(RenyiLabels.InTurn(1800, 1500));
        var table = run.Estimate();
        Assert.InRange(table.Information.Value.Number, 0, table.Information.Ceiling!.Value.Number);
        Assert.InRange(table.Conditional.Value.Number, 0, table.Conditional.Ceiling!.Value.Number);
    }

    private static double Norm(double[] row) => Math.Sqrt(row.Sum(value => value * value));
}
