using Infoscope.Plugins.DiffusionSpectral.LabelInformation;
using Infoscope.Plugins.DiffusionSpectral.Tests.Problems;

namespace Infoscope.Plugins.DiffusionSpectral.Tests.LabelInformation;

/// <summary>Whether the stated standard error is the spread over seeds.</summary>
public sealed class StandardErrorTests
{
    private const int Seeds = 200, RowCount = 200, ClassCount = 10;

    // The spread over 200 seeds has a standard error of 1 / sqrt(2 * 199), 5 %; the mean of 200 squared errors, each of 4 degrees of freedom, one of sqrt(2 / 4 / 200), 5 %, and its
    // root half of that. Together 5.6 %, and four of them.
    private const double Allowed = 0.23;

    [Theory]
    [InlineData(SubsetChoice.Shared)]
    [InlineData(SubsetChoice.Independent)]
    public void ItIsTheSpreadOverSeeds(SubsetChoice choice)
    {
        var (spread, stated) = Measure(choice, Balanced);
        Assert.InRange(spread / stated, 1 - Allowed, 1 + Allowed);
    }

    [Fact]
    public void ItIsTheSpreadOverSeedsForClassesOfDifferentSizes()
    {
        var (spread, stated) = Measure(SubsetChoice.Shared, row => row < 120 ? 0 : row < 170 ? 1 : 2 + (row % 3));
        Assert.InRange(spread / stated, 1 - Allowed, 1 + Allowed);
    }

    [Fact]
    public void IndependentSubsetsOfTenClassesHaveAThirdOfTheSpread()
    {
        var (shared, _) = Measure(SubsetChoice.Shared, Balanced);
        var (independent, _) = Measure(SubsetChoice.Independent, Balanced);
        // The root of 10, with four times the 7 % of a ratio of two spreads.
        Assert.InRange(shared / independent, 0.72 * Math.Sqrt(ClassCount), 1.28 * Math.Sqrt(ClassCount));
    }

    [Fact]
    public void OneRepetitionLeavesItUnknown()
    {
        using var compute = TestCompute.Open();
        var information = Informations.Of(Informations.Exact(compute, 2), PointSets.Normals(20, 3, seed: 1), [.. Enumerable.Range(0, 20).Select(row => row % 2)], Informations.Subsets(1), repetitions: 1);
        Assert.Null(information.StandardErrorNats);
        Assert.Null(information.DrawStandardDeviationNats);
        Assert.Equal(1, information.Repetitions);
    }

    private static int Balanced(int row) => row % ClassCount;

    private static (double Spread, double Stated) Measure(SubsetChoice choice, Func<int, int> labelOf)
    {
        var points = PointSets.Normals(RowCount, 4, seed: 3);
        int[] labels = [.. Enumerable.Range(0, RowCount).Select(labelOf)];
        using var compute = TestCompute.Open();
        var entropy = Informations.Exact(compute, 1);
        var informations = Enumerable.Range(0, Seeds).Select(seed => Informations.Of(entropy, points, labels, Informations.Subsets((ulong)seed), choice: choice)).ToArray();
        var mean = informations.Average(one => one.Nats);
        var spread = Math.Sqrt(informations.Sum(one => (one.Nats - mean) * (one.Nats - mean)) / (Seeds - 1));
        return (spread, Math.Sqrt(informations.Average(one => one.StandardErrorNats!.Value * one.StandardErrorNats.Value)));
    }
}
