using Infoscope.Engine.Calibration;
using Infoscope.Engine.Derived;
using Infoscope.Engine.Inputs;
using Infoscope.Engine.Results;
using Infoscope.Engine.Tests.Doubles;

namespace Infoscope.Engine.Tests.Derived;

public sealed class DerivedTests
{
    private const int Rows = 2000;
    private const int Symbols = 7;

    private static readonly IReadOnlyList<ResultRow> Found = Run();

    [Theory]
    [InlineData("efficiency", "entropy")]
    [InlineData("variation", "conditional-entropy")]
    [InlineData("variation-unweighted", "conditional-entropy-unweighted")]
    [InlineData("regularity-of-maximum", "mutual-information")]
    public void ARatioOfTheScaleIsTheQuantityDividedByIt(string ratio, string of)
    {
        foreach (var name in new[] { "coarse", "middle", "fine" })
        {
            var (row, whole) = (Row(ratio, name), Row(of, name));
            Assert.Equal(whole.Value / Math.Log(Symbols), row.Value, 1e-15);
            Assert.Equal(whole.StandardError!.Value / Math.Log(Symbols), row.StandardError!.Value, 1e-15);
            Assert.Equal(whole.NullMean!.Value / Math.Log(Symbols), row.NullMean!.Value, 1e-14);
            Assert.Equal(("ratio", ""), (row.Unit, row.Against));
        }
    }

    [Fact]
    public void RegularityIsInformationOverEntropyFoldByFold()
    {
        var (information, entropy, regularity) = (Row("mutual-information", "middle"), Row("entropy", "middle"), Row("regularity", "middle"));
        Assert.Equal(information.Value / entropy.Value, regularity.Value, 1e-15);
        var leftOut = information.Number.LeftOut.Zip(entropy.Number.LeftOut, (i, h) => i / h).ToArray();
        Assert.Equal(Jackknife.StandardError(regularity.Value, leftOut, [])!.Value, regularity.StandardError!.Value, 1e-15);
        Assert.Equal(information.NullMean!.Value / entropy.Value, regularity.NullMean!.Value, 1e-14);
        Assert.Equal(information.Verdict, regularity.Verdict);
    }

    [Fact]
    public void SharesAndResidualAddUpToOne()
    {
        var shares = Found.Where(row => row.Quantity is "share" or "residual").ToArray();
        Assert.Equal(["coarse", "middle", "fine", "fine"], shares.Select(row => row.LabelSet));
        Assert.All(shares, row => Assert.Equal("coarse,middle,fine", row.Against));
        Assert.Equal(1, shares.Sum(row => row.Value), 1e-12);
        for (var fold = 0; fold < 10; fold++) Assert.Equal(1, shares.Sum(row => row.Number.LeftOut[fold]), 1e-12);
        for (var index = 0; index < 4; index++) Assert.Equal(1, shares.Sum(row => row.Number.Nulls[index]), 1e-12);
        double Information(string name) => Row("mutual-information", name).Value;
        Assert.Equal((Information("middle") - Information("coarse")) / Row("entropy", "fine").Value, shares[1].Value, 1e-14);
        // Each label set refines the one before, so no share is below 0.
        Assert.All(shares, row => Assert.InRange(row.Value, -1e-14, 1));
    }

    [Fact]
    public void OptimalityIsTheOutputsInformationOverTheInputs()
    {
        var row = Assert.Single(Found, row => row.Quantity == "optimality");
        var (output, input) = (Row("mutual-information", "coarse"), Row("mutual-information", "fine"));
        Assert.Equal(("coarse", "fine"), (row.LabelSet, row.Against));
        Assert.Equal(output.Value / input.Value, row.Value, 1e-15);
        Assert.Equal(Jackknife.StandardError(row.Value, [.. output.Number.LeftOut.Zip(input.Number.LeftOut, (y, x) => y / x)], [])!.Value, row.StandardError!.Value, 1e-15);
    }

    [Fact]
    public void OptimalityWithoutInputInformationIsNotANumber()
    {
        Measured Of(string name, double nats) => new() { Quantity = Quantities.MutualInformation, LabelSet = name, Number = new Measurement { Value = nats }, RowsUsed = 10 };
        Assert.Equal(double.NaN, Assert.Single(new Optimality("y", "x").Of([Of("y", 1), Of("x", 0)])).Number.Value);
    }

    [Fact]
    public void AChainOverOtherRowsIsRefused()
    {
        var set = Set(row => row < 100 ? -1 : 0);
        var problem = Assert.Single(new Comparison(set, [Given.Entry(new EntropyEstimator(Symbols))], Settings()).Check());
        Assert.Equal(
            "--chain coarse,middle,fine shares out the entropy of the same rows; of memory, coarse labels 1900 rows and middle others (2000): use --positions common, or label sets without gaps.",
            problem.Sentence);
    }

    [Fact]
    public void DifferencesOnTheSameRowsArePairedFoldByFold()
    {
        var differences = new Differences([DifferenceAxis.Steps]);
        Assert.Empty(differences.Next(Found));
        var later = Run("1", shift: 3);
        var row = Assert.Single(differences.Next(later), row => row is { Quantity: "mutual-information-difference", LabelSet: "fine" });
        var (now, before) = (later.Single(one => one is { Quantity: "mutual-information", LabelSet: "fine" }), Row("mutual-information", "fine"));
        Assert.Equal(("1", "step 0", now.Value - before.Value), (row.Step, row.Against, row.Value));
        Assert.Equal(Jackknife.StandardError(row.Value, [.. now.Number.LeftOut.Zip(before.Number.LeftOut, (a, b) => a - b)], [])!.Value, row.StandardError!.Value, 1e-15);
        Assert.Equal(now.NullMean!.Value - before.NullMean!.Value, row.NullMean!.Value, 1e-13);
    }

    [Fact]
    public void DifferencesGoFromEachToTheOneBeforeAlongTheirAxisAlone()
    {
        var differences = new Differences([DifferenceAxis.Steps, DifferenceAxis.Layers]);
        ResultRow At(string layer, string step, double value) => Row("mutual-information", "fine") with { Layer = layer, Step = step, Value = value, Number = new Measurement { Value = value } };
        Assert.Empty(differences.Next([At("a", "0", 1)]));
        Assert.Equal([("a", 1.0)], differences.Next([At("b", "0", 2)]).Select(row => (row.Against, row.Value)));
        Assert.Equal([("step 0", 4.0)], differences.Next([At("a", "8", 5)]).Select(row => (row.Against, row.Value)));
        Assert.Equal([("step 0", 8.0), ("a", 5.0)], differences.Next([At("b", "8", 10)]).Select(row => (row.Against, row.Value)));
    }

    [Fact]
    public void ErrorsOnDifferentRowsAreAddedAsIndependent()
    {
        var differences = new Differences([DifferenceAxis.Steps]);
        differences.Next(Found);
        var other = Row("mutual-information", "fine") with { Step = "1", RowsUsed = 5 };
        var row = Assert.Single(differences.Next([other]));
        Assert.Equal(Math.Sqrt(2) * other.StandardError!.Value, row.StandardError!.Value, 1e-15);
        Assert.Equal(["the two rest on different rows, so their errors are added as independent"], row.Notes);
    }

    private static ResultRow Row(string quantity, string labelSet) => Found.Single(row => row.Quantity == quantity && row.LabelSet == labelSet && row.Against.Length == 0);

    private static ComparisonSettings Settings() => Given.Settings(nulls: 4) with { Chains = [["coarse", "middle", "fine"]], Optimalities = [new Optimality("coarse", "fine")] };

    private static ActivationSet Set(Func<int, long>? coarse = null, string step = "0", int shift = 0)
    {
        RowLabels Labels(string name, Func<int, long> label) => Given.Labels(name, [.. Enumerable.Range(0, Rows).Select(row => label(row + shift))]);
        return new ActivationSet
        {
            Name = "s",
            Step = step,
            Activations = new MemoryActivations(Rows, 1),
            // The symbol of row i is i modulo 7; the labels know it the better the finer they are, and 1 row in 20 is wrong.
            Labels =
            [
                Labels("coarse", coarse ?? (row => Known(row) / 4)),
                Labels("middle", row => Known(row) / 2),
                Labels("fine", row => Known(row)),
            ],
        };
    }

    private static int Known(int row) => row % 20 == 0 ? row / 20 % Symbols : row % Symbols;

    private static IReadOnlyList<ResultRow> Run(string step = "0", int shift = 0) => Given.Run(Set(null, step, shift), new EntropyEstimator(Symbols), Settings()).Rows;
}
