using Infoscope.Plugins.Spectrum.Renyi;

namespace Infoscope.Plugins.Spectrum.Tests.Renyi;

/// <summary>What becomes of rows, references and bandwidths at the edge.</summary>
public sealed class RowTests
{
    [Theory]
    [InlineData("rbf", double.NaN)]
    [InlineData("linear", double.PositiveInfinity)]
    public void RowsThatAreNotFiniteAreLeftOutAndCounted(string kernel, double value)
    {
        var clean = RenyiRun.OfNormals(20, 3).With("kernel", kernel);
        var spoilt = clean with { Rows = [.. clean.Rows.Take(5), [0, value, 0], .. clean.Rows.Skip(5), [value, value, value]] };
        int[] labels = [.. Enumerable.Range(0, 20).Select(row => row % 2)];
        // The first of the two has a label.
        var (expected, actual) = (clean.With(new RenyiLabels("y", labels)).Estimate(), spoilt.With(new RenyiLabels("y", [.. labels.Take(5), 1, .. labels.Skip(5), -1])).Estimate());
        Assert.Equal(expected.AllNumbers(), actual.AllNumbers());
        Assert.Equal(["2 non-finite rows were left out of 22"], actual.Notes);
        Assert.Equal((20, 2), (actual.Entropy.RowsUsed, actual.Entropy.RowsDropped));
        Assert.Equal((20, 1), (actual.Information.RowsUsed, actual.Information.RowsDropped));
    }

    [Fact]
    public void ZeroRowsHaveNoAngleAndAreLeftOutOfTheLinearKernelAlone()
    {
        var clean = RenyiRun.OfNormals(10, 2).With("bandwidth", "1");
        var spoilt = clean with { Rows = [.. clean.Rows, [0, -0.0]] };
        Assert.Equal(clean.With("kernel", "linear").Estimate().AllNumbers(), spoilt.With("kernel", "linear").Estimate().AllNumbers());
        Assert.Equal(["1 zero row was left out of 11, having no direction"], spoilt.With("kernel", "linear").Estimate().Notes);
        Assert.True(spoilt.With("kernel", "linear").Requires().LeavesOutZeroRows);
        var kept = spoilt.Estimate();
        Assert.Equal((11, 0), (kept.Entropy.RowsUsed, kept.Entropy.RowsDropped));
        Assert.Empty(kept.Notes);
        Assert.False(spoilt.Requires().LeavesOutZeroRows);
    }

    [Fact]
    public void NoRowToUseIsRefused()
    {
        var run = new RenyiRun { Rows = [[0, 0], [double.NaN, 1], [0, 0]] }.With("kernel", "linear");
        Assert.Equal("renyi has no row to use: of 3 rows, 2 are zero and 1 are not finite; check the activations.", Assert.Throws<NumericalFailureException>(run.Estimate).Message);
    }

    [Fact]
    public void OneRowHasNoEntropyAtABandwidthThatIsGivenAndIsRefusedAtTheMedian()
    {
        var run = new RenyiRun { Rows = [[1, 2]] };
        var table = run.With("bandwidth", "1").Estimate();
        Assert.Equal((Amount)Information.Zero, table.Entropy.Value);
        Assert.Null(table.Entropy.Scale);
        Assert.Equal((2, 1, 1), (run.Requires().MinimumRows, run.With("bandwidth", "1").Requires().MinimumRows, run.With("kernel", "linear").Requires().MinimumRows));
        Assert.Equal(
            "bandwidth 'median' needs a distance, and there are 1 finite rows; use 2 or more, or a number as bandwidth.",
            Assert.Throws<NumericalFailureException>(run.Estimate).Message);
    }

    [Fact]
    public void EqualRowsHaveNoMedianDistance()
    {
        var run = new RenyiRun { Rows = [.. Enumerable.Repeat(new[] { 0.3, 4 }, 6)] };
        Assert.Equal(
            "bandwidth 'median/2' is 0, as the median distance of the 6 rows is: more than half of the pairs are equal; use a number as bandwidth.",
            Assert.Throws<NumericalFailureException>(run.With("bandwidth", "median/2").Estimate).Message);
        var given = run.With("bandwidth", "1").Estimate().Entropy;
        Assert.Equal(0, given.Value.Number, 1e-14);
        Assert.Equal(["0.0 % of ln 6: nearly all rows are one at this bandwidth; a smaller one tells more"], given.Notes);
        Assert.Equal(["0.0 % of ln 2: nearly all rows have one direction"], run.With("kernel", "linear").Estimate().Entropy.Notes);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public void ATinyBandwidthLeavesEveryRowAloneAndIsNoted(string alpha)
    {
        var table = RenyiRun.OfNormals(30, 3).With("alpha", alpha).With("bandwidth", "1e-9").With(RenyiLabels.InTurn(30, 3)).Estimate();
        Assert.Equal(Math.Log(30), table.Entropy.Value.Number, 1e-13);
        Assert.Equal(Math.Log(30), table.Entropy.Ceiling!.Value.Number);
        Assert.Equal(["100.0 % of ln 30: nearly every row is alone at this bandwidth; a larger one tells more"], table.Entropy.Notes);
        Assert.Equal(Math.Log(3), table.Information.Value.Number, 1e-13);
        Assert.Equal(["nearly every row is alone at this bandwidth, so any labels tell nearly all that they have to tell"], table.Information.Notes);
    }

    [Fact]
    public void OrthogonalDirectionsReachTheCeilingOfTheLinearKernel()
    {
        var table = new RenyiRun { Rows = [.. Enumerable.Range(0, 12).Select(row => Enumerable.Range(0, 4).Select(feature => feature == row % 4 ? 1.0 + row : 0).ToArray())] }.With("kernel", "linear").Estimate();
        Assert.Equal(Math.Log(4), table.Entropy.Value.Number, 1e-14);
        Assert.Equal(Math.Log(4), table.Entropy.Ceiling!.Value.Number);
        Assert.Equal(["100.0 % of ln 4: the directions are spread almost evenly"], table.Entropy.Notes);
    }

    [Theory]
    [InlineData("median", 1.5)]
    [InlineData("median/4", 0.375)]
    [InlineData("sqrt-features", 1)]
    [InlineData("0.7", 0.7)]
    public void TheBandwidthFollowsItsRule(string rule, double expected)
    {
        // Distances 1, 1, 1, 2, 2, 3: the two in the middle are 1 and 2.
        var table = new RenyiRun { Rows = [[0], [1], [2], [3]], Reference = [[0], [2], [4], [6]] }.With("bandwidth", rule).Estimate();
        var reference = rule.StartsWith("median", StringComparison.Ordinal) ? 2 * expected : expected;
        Assert.Equal(expected.ToString("G17", System.Globalization.CultureInfo.InvariantCulture), table.Facts["bandwidth"]);
        Assert.Equal(reference.ToString("G17", System.Globalization.CultureInfo.InvariantCulture), table.Facts["reference-bandwidth"]);
    }

    [Theory]
    [InlineData("0", "alpha", "renyi.alpha is 0; it must be above 0.")]
    [InlineData("-1", "alpha", "renyi.alpha is -1; it must be above 0.")]
    [InlineData("1e7", "alpha", "renyi.alpha is '1e7'; allowed is a number above 0 and at most 1000000.")]
    [InlineData("median/0", "bandwidth", "renyi.bandwidth is 'median/0'; allowed is median | median/C with a number C above 0 | sqrt-features | a number above 0.")]
    [InlineData("wide", "bandwidth", "renyi.bandwidth is 'wide'; allowed is median | median/C with a number C above 0 | sqrt-features | a number above 0.")]
    public void AnOptionOutOfItsRangeIsRefused(string value, string option, string message) =>
        Assert.Equal(message, Assert.Throws<OptionException>(() => RenyiRun.OfNormals(4, 1).With(option, value).Requires()).Message);

    [Theory]
    [InlineData(1e150)]
    [InlineData(1e300)]
    [InlineData(1e-150)]
    [InlineData(1e-300)]
    public void RowsOfAnySizeHaveTheEntropyOfTheirShape(double factor)
    {
        var run = RenyiRun.OfNormals(20, 3).With(RenyiLabels.InTurn(20, 4));
        foreach (var kernel in new[] { "rbf", "linear" })
        {
            var (expected, actual) = (run.With("kernel", kernel).Estimate(), run.Map(value => factor * value).With("kernel", kernel).Estimate());
            Assert.Equal(expected.Entropy.Value.Number, actual.Entropy.Value.Number, 1e-12);
            Assert.Equal(expected.Information.Value.Number, actual.Information.Value.Number, 1e-12);
        }

        var given = run.Map(value => factor * value).With("bandwidth", "1").Estimate().Entropy.Value.Number;
        Assert.Equal(factor > 1 ? Math.Log(20) : 0, given, 1e-12);
    }

    [Fact]
    public void AReferenceTakesTheRowsWhereBothAreFinite()
    {
        var run = RenyiRun.OfNormals(20, 3) with { Reference = RenyiRun.Normals(20, 2, seed: 5) };
        run = run.With("bandwidth", "1");
        double[] nothing = [double.NaN, 0];
        var spoilt = run with { Rows = [[double.NaN, 0, 0], .. run.Rows, [1, 2, 3]], Reference = [[7, 7], .. run.Reference!, nothing] };
        var (expected, actual) = (run.Estimate(), spoilt.Estimate());
        Assert.Equal(expected.OfReference.Value, actual.OfReference.Value);
        Assert.Equal(expected.GivenReference.Value, actual.GivenReference.Value);
        Assert.Equal((20, 2), (actual.OfReference.RowsUsed, actual.OfReference.RowsDropped));
        Assert.Equal((21, 1), (actual.Entropy.RowsUsed, actual.Entropy.RowsDropped));
        Assert.Equal(["no null: a reference is not permuted"], expected.OfReference.Notes);
        Assert.Equal(["1 non-finite row was left out of 22", "1 non-finite row of the reference was left out of 21"], actual.Notes);
        var zero = (spoilt with { Reference = [[7, 7], [0, 0], [0, 0], .. spoilt.Reference!.Skip(3)] }).With("kernel", "linear").Estimate();
        Assert.Equal(["1 non-finite row was left out of 22", "1 non-finite row of the reference was left out of 21", "2 zero rows of the reference were left out of 21, having no direction"], zero.Notes);
    }

    [Fact]
    public void TheRowsOfALabelThatAreLeftOutAreCounted()
    {
        var run = new RenyiRun { Rows = [[1, 2], [0, 0], [3, 1], [double.NaN, 1], [2, 2], [0, 0]], Items = true }.With("kernel", "linear").With(new RenyiLabels("y", [0, 0, 1, 0, 1, -1]));
        var table = run.Estimate();
        Assert.Equal((1, 2), Rows(table.Find("conditional-entropy", item: "label 0")));
        Assert.Equal((2, 0), Rows(table.Find("conditional-entropy", item: "label 1")));
        Assert.Equal((3, 2), Rows(table.Conditional));
        Assert.Equal((3, 3), Rows(table.Entropy));

        static (long, long) Rows(Estimate estimate) => (estimate.RowsUsed, estimate.RowsDropped);
    }

    [Theory]
    [InlineData(double.NaN, "there is no information about the reference: none of its rows can be used")]
    [InlineData(3, "there is no information about the reference: bandwidth 'median' is 0, as the median distance of the 6 rows of the reference is: more than half of the pairs are equal; use a number as bandwidth.")]
    public void AReferenceThatCannotBeUsedIsNotedAndTheRestIsEstimated(double value, string note)
    {
        var run = RenyiRun.OfNormals(6, 2);
        var table = (run with { Reference = [.. Enumerable.Repeat(new[] { value }, 6)] }).Estimate();
        Assert.Equal([note], table.Notes);
        Assert.Equal(run.Estimate().AllNumbers(), table.AllNumbers());
    }

    [Fact]
    public void ASecondBlockIsRefused()
    {
        var run = RenyiRun.OfNormals(5, 2);
        using var estimation = new RenyiEstimator().Begin(run.Context());
        run.Observe(estimation);
        Assert.Equal("renyi takes all rows in one block, and this is a second one.", Assert.Throws<InvalidOperationException>(() => run.Observe(estimation)).Message);
    }

    [Fact]
    public void AnEstimationThatIsCancelledBeforeOrWhileItComputesStops()
    {
        using var before = new CancellationTokenSource();
        before.Cancel();
        Assert.Throws<OperationCanceledException>((RenyiRun.OfNormals(5, 2) with { Cancellation = before.Token }).Estimate);
        using var within = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>((RenyiRun.OfNormals(5, 2).With("bandwidth", "1") with { Cancellation = within.Token, Opening = within.Cancel }).Estimate);
    }

    [Fact]
    public void NothingIsToBeHadAfterDisposal()
    {
        var run = RenyiRun.OfNormals(5, 2);
        var estimation = new RenyiEstimator().Begin(run.Context());
        run.Observe(estimation);
        estimation.Dispose();
        Assert.Throws<ObjectDisposedException>(() => run.Observe(estimation));
        Assert.Throws<ObjectDisposedException>(estimation.Complete);
    }
}
