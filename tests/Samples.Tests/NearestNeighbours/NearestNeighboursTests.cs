using Infoscope.Samples.Tests.References;
using Infoscope.Samples.Tests.Running;

namespace Infoscope.Samples.Tests.NearestNeighbours;

public sealed class NearestNeighboursTests
{
    // Sums of some tens of digamma differences below 5, each right to 1e-15.
    private const double Rounding = 1e-13;

    public static TheoryData<string> Cases => [.. ReferenceCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void AValueIsTheOneByBruteForce(string name)
    {
        var expected = ReferenceCase.Of(name);
        var found = Run(expected.Rows, expected.Labels, expected.Neighbours).Information();
        Assert.Equal(expected.Nats, found.Value.Number, Rounding);
        Assert.Equal(expected.CeilingNats, found.Ceiling!.Value.Number, Rounding);
        Assert.Equal((expected.RowsUsed, expected.RowsDropped), (found.RowsUsed, found.RowsDropped));
    }

    [Fact]
    public void DigammaIsRightToTheFourteenthDigit()
    {
        var known = ReferenceCase.Digamma.ToArray();
        Assert.NotEmpty(known);
        Assert.All(known, value => Assert.Equal(1, NearestNeighboursEstimator.Digamma(value.N) / value.Psi, 1e-14));
    }

    [Fact]
    public void DigammaRisesByTheReciprocal()
    {
        // Two values below 10, each right to some 1e-15.
        foreach (var n in Enumerable.Range(1, 5000))
            Assert.Equal(1.0 / n, NearestNeighboursEstimator.Digamma(n + 1) - NearestNeighboursEstimator.Digamma(n), 1e-14);
    }

    [Fact]
    public void FourRowsOnALineAreCountedByHand()
    {
        // 0 1 | 2 5 with labels 0 0 | 1 1, k = 1: the distances to the own neighbour are 1 1 3 3, and 1 2 3 1 rows lie within them.
        // psi(4) - psi(2) + psi(1) - (psi(1) + psi(2) + psi(3) + psi(1))/4 = 1/2 + 1/3 - (0 + 1 + 3/2 + 0)/4 = 5/24.
        Assert.Equal(5.0 / 24, Run([[0], [1], [2], [5]], [0, 0, 1, 1], 1).Information().Value.Number, 1e-15);
    }

    [Fact]
    public void LabelsFarApartHaveAllTheInformationThereCanBe()
    {
        double[][] rows = [.. Enumerable.Range(0, 40).Select(row => new[] { row + (row % 2 * 1e6), row * row })];
        var found = Run(rows, [.. rows.Select((_, row) => row % 2)], 3).Information();
        Assert.Equal(found.Ceiling!.Value.Number, found.Value.Number, Rounding);
        Assert.True(found.Value.Number > Math.Log(2));
    }

    [Fact]
    public void EqualRowsTellNextToNothing()
    {
        // All neighbours tie: mean of psi(N) - psi(N - 1) - (psi(N_y) - psi(N_y - 1)) = 1/(N - 1) - 1/(N_y - 1).
        var found = Run([.. Enumerable.Repeat(new[] { 1.5, -2 }, 20)], [.. Enumerable.Range(0, 20).Select(row => row % 2)], 3).Information();
        Assert.Equal((1.0 / 19) - (1.0 / 9), found.Value.Number, Rounding);
    }

    [Fact]
    public void OneLabelHasNoInformation()
    {
        var found = Run([[0], [1], [4]], [0, 0, 0], 3).Information();
        Assert.Equal((0, 0, 0), (found.Value.Number, found.Floor!.Value.Number, found.Ceiling!.Value.Number));
    }

    [Fact]
    public void RowsWithoutALabelTakeNoPart()
    {
        var without = Run([[0], [1], [2], [5]], [0, 0, 1, 1], 1).Information();
        var with = Run([[0], [0.5], [1], [2], [5]], [0, -1, 0, 1, 1], 1).Information();
        Assert.Equal(without, with with { Notes = without.Notes });
    }

    [Fact]
    public void RowsThatAreNotFiniteOrAloneWithTheirLabelAreLeftOutAndCounted()
    {
        double[][] rows = [[0], [double.NaN], [1], [2], [double.PositiveInfinity], [5], [0.5]];
        var set = Run(rows, [0, 0, 0, 1, -1, 1, 2], 1).Estimate();
        var found = Assert.Single(set.Estimates);
        Assert.Equal(5.0 / 24, found.Value.Number, 1e-15);
        Assert.Equal((4, 2), (found.RowsUsed, found.RowsDropped));
        Assert.Equal(["1 rows are the only one of their label and were left out"], found.Notes);
        Assert.Equal(["2 rows that are not finite were left out"], set.Notes);
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 0, 0)]
    public void WithoutTwoFiniteRowsOfALabelThereIsNoAnswer(params int[] labels)
    {
        var rows = labels.Distinct().Count() == 1 ? [[double.NaN], [1], [double.NaN]] : new double[][] { [0], [1], [2] };
        var refusal = Assert.Throws<NumericalFailureException>(() => Run(rows, labels, 3).Estimate());
        Assert.Contains("no label has two finite rows", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALabelSetThatCannotBeUsedIsNamedAndTheOthersGoOn()
    {
        var run = Run([[0], [1], [2], [5]], [0, 0, 1, 1], 1);
        var set = (run with { LabelSets = [.. run.LabelSets, new LabelColumn("id", [0, 1, 2, 3])] }).Estimate();
        Assert.Equal("y", Assert.Single(set.Estimates).LabelSet);
        Assert.Equal(["label set 'id' has no estimate: none of its labels has two finite rows"], set.Notes);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void HugeAndTinyRowsAreNoOtherThanUsualOnes(double factor)
    {
        var one = ReferenceCase.Of(ReferenceCase.Names.First());
        Assert.Equal(one.Nats, Run([.. one.Rows.Select(row => row.Select(value => value * factor).ToArray())], one.Labels, one.Neighbours).Information().Value.Number, Rounding);
    }

    [Fact]
    public void ALabelSetIsMeasuredAloneAsBesideOthers()
    {
        var (one, other) = (ReferenceCase.Of(ReferenceCase.Names.First()), new int[60]);
        for (var row = 0; row < other.Length; row++) other[row] = row % 7;
        var both = new SampleRun { Id = "nearest-neighbours", Rows = one.Rows, LabelSets = [new("z", other), new("y", one.Labels), new("y~0", [.. one.Labels.Reverse()], NullOf: "y")] };
        Assert.Equal(Run(one.Rows, one.Labels, 3).Information().Value, both.Information().Value);
        Assert.Equal(3, both.Estimate().Estimates.Count);
    }

    [Fact]
    public void ALongRunEndsWhenItIsCancelled()
    {
        using var source = new CancellationTokenSource();
        var run = Run([[0], [1], [2], [5]], [0, 0, 1, 1], 1) with { Cancellation = source.Token };
        using var estimation = SampleEstimators.Of(run.Id).Begin(run.Context());
        run.Observe(estimation, 0, 4);
        source.Cancel();
        Assert.Throws<OperationCanceledException>(estimation.Complete);
    }

    [Theory]
    [InlineData("neighbours", "0")]
    [InlineData("maximum-rows", "1")]
    public void AnOptionOutOfItsRangeIsRefused(string option, string value) =>
        Assert.Throws<OptionException>(() => SampleEstimators.Of("nearest-neighbours").Requires(new OptionValues("nearest-neighbours", new Dictionary<string, string> { [option] = value }, _ => throw new NotSupportedException())));

    private static SampleRun Run(double[][] rows, int[] labels, int neighbours) =>
        new() { Id = "nearest-neighbours", Rows = rows, LabelSets = [new("y", labels)], Options = new() { ["neighbours"] = $"{neighbours}" } };
}
