using Infoscope.Samples.Tests.Running;

namespace Infoscope.Samples.Tests.Winner;

public sealed class WinnerTests
{
    // Sums of a few p ln(1/p) near 1.
    private const double Rounding = 1e-15;

    // Units 0 1 1 0 2 win; of the labelled rows 0 1 1 0.
    private static readonly SampleRun Run = new()
    {
        Id = "winner",
        Rows = [[3, 1, 2], [0, 4, 1], [-3, -1, -2], [9, 0, 0], [0, 0, 1]],
        LabelSets = [new("y", [0, 1, 1, 1, -1])],
    };

    [Fact]
    public void InformationIsThatOfTheCounts()
    {
        // (y, unit) = (0, 0), (1, 1) twice, (1, 0): H(Y) + H(W) - H(Y, W), with H(W) = ln 2.
        var ofLabels = (0.25 * Math.Log(4)) + (0.75 * Math.Log(4.0 / 3));
        var ofPairs = (0.5 * Math.Log(4)) + (0.5 * Math.Log(2));
        var found = Run.Information();
        Assert.Equal(ofLabels + Math.Log(2) - ofPairs, found.Value.Number, Rounding);
        Assert.Equal(ofLabels, found.Ceiling!.Value.Number, Rounding);
        Assert.Equal((4, 0), (found.RowsUsed, found.RowsDropped));
    }

    [Fact]
    public void EntropyIsGivenOverAllRowsAndOverTheLabelledOnes()
    {
        var set = Run.Estimate();
        var entropies = set.Estimates.Where(estimate => estimate.Quantity == Quantities.Entropy).ToArray();
        Assert.Equal(["", "y"], entropies.Select(estimate => estimate.LabelSet));
        Assert.Equal((0.8 * Math.Log(2.5)) + (0.2 * Math.Log(5)), entropies[0].Value.Number, Rounding);
        Assert.Equal(Math.Log(2), entropies[1].Value.Number, Rounding);
        Assert.Equal(Math.Log(3), entropies[0].Ceiling!.Value.Number, Rounding);
        Assert.Empty(set.Notes);
    }

    [Fact]
    public void RowsWithoutOneWinnerAreLeftOutAndCounted()
    {
        var set = (Run with { Rows = [[3, 1, 2], [0, 4, 4], [double.NaN, 1, 0], [9, 0, 0], [0, 0, double.PositiveInfinity]] }).Estimate();
        Assert.All(set.Estimates.Where(estimate => estimate.LabelSet == "y"), estimate => Assert.Equal((2, 2), (estimate.RowsUsed, estimate.RowsDropped)));
        Assert.Equal((2, 3), (set.Estimates[0].RowsUsed, set.Estimates[0].RowsDropped));
        Assert.Equal(["3 rows were left out: not finite, or without one largest feature"], set.Notes);
    }

    [Fact]
    public void WithoutAnyWinnerThereIsNoAnswer() =>
        Assert.Equal("winner: none of 5 rows has one largest feature; check the activations.", Assert.Throws<NumericalFailureException>((Run with { Rows = [.. Run.Rows.Select(_ => new double[] { 1, 1 })] }).Estimate).Message);

    [Fact]
    public void ALabelSetThatCannotBeUsedIsNamedAndTheOthersGoOn()
    {
        var set = (Run with { LabelSets = [.. Run.LabelSets, new("none", [-1, -1, -1, -1, -1])] }).Estimate();
        Assert.DoesNotContain(set.Estimates, estimate => estimate.LabelSet == "none");
        Assert.Equal(["label set 'none' has no estimates: none of its rows is labelled and has a winner"], set.Notes);
    }

    [Fact]
    public void ANullHasInformationAndNoEntropy() =>
        Assert.Equal(Quantities.MutualInformation, Assert.Single((Run with { LabelSets = [.. Run.LabelSets, new("y~0", [1, 0, 1, 1, -1], NullOf: "y")] }).Estimate().Estimates, estimate => estimate.LabelSet == "y~0").Quantity);

    [Fact]
    public void PartsMergeToTheBitsOfTheWhole()
    {
        using var first = Part(Run, 0, 2);
        using var second = Part(Run with { LabelSets = [.. Run.LabelSets, new("y~0", [1, 0, 1, 1, -1], NullOf: "y")] }, 2, 5);
        first.Merge(second);
        Assert.Equal(Values(Run.Estimate()), Values(first.Complete()));
    }

    [Fact]
    public void ASavedStateGoesOnWhereItStood()
    {
        using var saved = new MemoryStream();
        using (var first = Part(Run, 0, 2)) first.Save(saved);
        saved.Position = 0;
        using var restored = Restore(Run, saved);
        Run.Observe(restored, 2, 5);
        Assert.Equal(Values(Run.Estimate()), Values(restored.Complete()));
    }

    [Fact]
    public void ADamagedOrForeignStateIsRefused()
    {
        using var part = Part(Run, 0, 5);
        using var saved = new MemoryStream();
        part.Save(saved);
        var state = saved.ToArray();
        for (var length = 0; length < state.Length; length++) Assert.Throws<InvalidDataException>(() => Restore(Run, new MemoryStream(state, 0, length)));
        Assert.Throws<InvalidDataException>(() => Restore(Run with { Rows = [[1, 2]], LabelSets = [new("y", [0])] }, new MemoryStream(state)));
        Assert.Throws<InvalidDataException>(() => Restore(Run with { LabelSets = [] }, new MemoryStream(state)));
        Assert.Throws<InvalidDataException>(() => Restore(Run, new MemoryStream([1, .. state[1..]])));

        // Format, features, tables and the entries of the first: then comes the first label, its unit and its count.
        const int FirstLabel = sizeof(long) + (3 * sizeof(int));
        foreach (var (place, value) in new (int, byte)[] { (FirstLabel + 3, 0x80), (FirstLabel + 4, 3), (FirstLabel + 8, 0) })
        {
            var damaged = state.ToArray();
            damaged[place] = value;
            Assert.Contains("damaged", Assert.Throws<InvalidDataException>(() => Restore(Run, new MemoryStream(damaged))).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AnotherShapeDoesNotMerge()
    {
        using var part = Part(Run, 0, 5);
        using var narrow = Part(Run with { Rows = [.. Run.Rows.Select(row => row[..2])] }, 0, 5);
        Assert.Throws<ArgumentException>(() => part.Merge(narrow));
    }

    private static double[] Values(EstimateSet set) => [.. set.Estimates.Select(estimate => estimate.Value.Number)];

    private static IMergeableEstimation Restore(SampleRun run, Stream from) => ((IRestoringEstimator)SampleEstimators.Of(run.Id)).Restore(run.Context(), from);

    private static IMergeableEstimation Part(SampleRun run, int first, int end)
    {
        var estimation = (IMergeableEstimation)SampleEstimators.Of(run.Id).Begin(run.Context());
        run.Observe(estimation, first, end);
        return estimation;
    }
}
