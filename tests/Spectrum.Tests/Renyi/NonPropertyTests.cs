namespace Infoscope.Plugins.Spectrum.Tests.Renyi;

/// <summary>What is often said of this information and does not hold at orders other than 1.</summary>
public sealed class NonPropertyTests
{
    /// <summary>A kernel of zeros and ones is a partition, and the entropies are Renyi's of the sizes of its parts.</summary>
    [Fact]
    public void InformationOfOrderTwoIsBelowZeroOnSixRowsInTwoPartitions()
    {
        int[] parts = [0, 1, 1, 1, 1, 1], others = [1, 0, 1, 1, 1, 1];
        var exact = (2 * Math.Log2(36.0 / 26)) - 1;
        Assert.Equal(-0.061029, exact, 1e-6);
        Assert.Equal(exact, BitsOf(Partitions(parts, others), "2"), 1e-14);
    }

    [Fact]
    public void InformationOfOrderOneHalfIsBelowZeroInATableOfTwoByTwo() => Assert.Equal(-0.00912, BitsOf(Table([[11, 2], [2, 1]]), "0.5"), 5e-6);

    [Fact]
    public void InformationOfOrderTwoIsBelowZeroInATableOfThreeByThree() => Assert.Equal(-0.185, BitsOf(Table([[4, 9, 4], [0, 4, 0], [0, 4, 0]]), "2"), 5e-4);

    [Theory]
    [InlineData("2", "below 0, and not by rounding: an information of order 2 may be; one of order 1 is not")]
    [InlineData("1", null)]
    public void AnInformationBelowZeroIsNotedAndNotClamped(string alpha, string? note)
    {
        var information = Table([[4, 9, 4], [0, 4, 0], [0, 4, 0]]).With("alpha", alpha).Estimate().Information;
        Assert.Equal(note is not null, information.Value.Number < 0);
        Assert.Equal(note is null ? [] : [note], information.Notes);
        Assert.Equal(alpha == "1" ? Information.Zero : (Amount?)null, information.Floor);
    }

    [Fact]
    public void AtOrderOneInformationOfPartitionsIsShannons()
    {
        int[][] table = [[4, 9, 4], [0, 4, 0], [0, 4, 0]];
        double rows = table.Sum(line => line.Sum());
        double Entropy(IEnumerable<int> counts) => counts.Where(count => count > 0).Sum(count => -count / rows * Math.Log2(count / rows));
        var shannon = Entropy(table.Select(line => line.Sum())) + Entropy(Enumerable.Range(0, 3).Select(column => table.Sum(line => line[column]))) - Entropy(table.SelectMany(line => line));
        Assert.True(shannon > 0.1);
        Assert.Equal(shannon, BitsOf(Table(table), "1"), 1e-14);
    }

    private static double BitsOf(RenyiRun run, string alpha)
    {
        var information = run.With("alpha", alpha).Estimate().Information.Value.Information.Bits;
        // The reference with the same kernel of zeros and ones is the same number by the product of kernels.
        var against = (run with { Reference = OneHot(run.LabelSets[0].Labels) }).With().With("alpha", alpha).Estimate().OfReference.Value.Information.Bits;
        Assert.Equal(information, against, 1e-12);
        return information;
    }

    private static RenyiRun Table(int[][] counts)
    {
        var cells = counts.SelectMany((line, row) => line.SelectMany((count, column) => Enumerable.Repeat((row, column), count))).ToArray();
        return Partitions([.. cells.Select(cell => cell.row)], [.. cells.Select(cell => cell.column)]);
    }

    private static RenyiRun Partitions(int[] parts, int[] labels) => new RenyiRun { Rows = OneHot(parts) }.With("kernel", "linear").With(new RenyiLabels("y", labels));

    private static double[][] OneHot(int[] parts) => [.. parts.Select(part => Enumerable.Range(0, parts.Max() + 1).Select(one => one == part ? 1.0 : 0).ToArray())];
}
