using FsCheck;
using FsCheck.Fluent;
using Infoscope.Conformance.Generators;

namespace Infoscope.Conformance.Tests.Generators;

public sealed class LabelGeneratorTests
{
    private const int Count = 300;

    public static TheoryData<LabelKind> Kinds => [.. Enum.GetValues<LabelKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TheLabelsAreATree(LabelKind kind)
    {
        foreach (var rows in new[] { 1, 2, 3, 24 })
        {
            Assert.All(Draws.From(LabelGenerators.Of(kind, rows), 1, Count), labels =>
            {
                Assert.Equal(rows, labels.Fine.Length);
                Assert.All(labels.Fine, label => Assert.InRange(label, -1, labels.Count - 1));
                Assert.Contains(labels.Fine, label => label >= 0);
                Assert.Equal(Enumerable.Range(0, labels.CoarseOf.Max() + 1), labels.CoarseOf.Distinct().Order());
            });
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachKindKeepsWhatItsNamePromises(LabelKind kind)
    {
        foreach (var rows in new[] { 2, 7, 24 })
        {
            Assert.All(Draws.From(LabelGenerators.Of(kind, rows), 2, Count), labels =>
            {
                int[] counts = [.. Enumerable.Range(0, labels.Count).Select(label => labels.Fine.Count(other => other == label))];
                Assert.True(kind switch
                {
                    LabelKind.Balanced => counts.Length is >= 2 and <= 6 && counts.Max() - counts.Min() <= 1,
                    LabelKind.Skewed => counts.Length <= 6 && counts.Min() > 0,
                    LabelKind.Singletons => counts.Count(count => count == 1) is >= 1 and <= 4 && counts.Length <= 4 && counts[0] == rows - counts.Length + 1,
                    LabelKind.Single => counts is [var all] && all == rows,
                    LabelKind.AllDistinct => counts.Length == rows && counts.All(count => count == 1),
                    LabelKind.PartlyMissing => labels.Fine.Contains(-1) && counts.Min() > 0,
                    LabelKind.Unused => counts.Contains(0),
                    _ => counts.Length <= 6 && counts.Min() > 0,
                });
                Assert.Equal(kind == LabelKind.PartlyMissing, labels.Fine.Contains(-1));
                Assert.Equal(kind == LabelKind.Unused, counts.Contains(0));
            });
        }
    }

    [Fact]
    public void EachSkewedLabelIsAQuarterAsFrequentAsTheOneBefore()
    {
        var labels = Draws.From(LabelGenerators.Of(LabelKind.Skewed, 1000), 3, 40).SelectMany(tree => tree.Fine).ToArray();
        // 30,000 and 7,500 of 40,000, with standard deviations of 87 and 78.
        Assert.InRange(labels.Count(label => label == 0), 29_500, 30_500);
        Assert.InRange(labels.Count(label => label == 1), 7_100, 7_900);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TheSameSeedGivesTheSameLabels(LabelKind kind)
    {
        static string[] Texts(Gen<LabelTree> generator) => [.. Draws.From(generator, 4, 50).Select(Text)];
        Assert.Equal(Texts(LabelGenerators.Of(kind, 9)), Texts(LabelGenerators.Of(kind, 9)));
    }

    [Fact]
    public void TheMixHoldsEveryKindAndEveryNumberOfCoarseLabels()
    {
        var draws = Draws.From(LabelGenerators.Any(12), 5, 2000);
        Assert.Contains(draws, labels => labels.Count == 1);
        Assert.Contains(draws, labels => labels.Count == 12);
        Assert.Contains(draws, labels => labels.Fine.Contains(-1));
        Assert.Contains(draws, labels => Enumerable.Range(0, labels.Count).Except(labels.Fine).Any());
        Assert.Contains(draws, labels => labels.Fine.CountBy(label => label).Any(count => count.Value == 1) && labels.Count < 5);
        foreach (var coarse in Enumerable.Range(1, 6)) Assert.Contains(draws, labels => labels.CoarseOf.Max() + 1 == coarse);
        Assert.Contains(draws, labels => labels.Count == 4 && labels.CoarseOf.Distinct().Count() == 4);
    }

    [Fact]
    public void LabelsShrinkToOneLabelForAll()
    {
        var labels = new LabelTree { Fine = [4, -1, 2, 0, 2, -1, 5], CoarseOf = [0, 1, 2, 0, 1, 2] };
        var (smallest, tried) = Draws.Smallest(labels, LabelGenerators.Shrink, _ => true);
        Assert.Equal("0 0 0 0 0 0 0 / 0", Text(smallest));
        Assert.InRange(tried, 1, 5);
    }

    [Fact]
    public void LabelsShrinkToTheFewestThatFail()
    {
        var labels = new LabelTree { Fine = [4, -1, 2, 0, 2, -1, 5], CoarseOf = [0, 1, 2, 0, 1, 2] };
        Assert.Equal("0 0 0 0 0 0 1 / 0 0", Text(Draws.Smallest(labels, LabelGenerators.Shrink, tree => tree.Fine.Where(label => label >= 0).Distinct().Count() > 1).Value));
        Assert.Equal("0 0 0 0 0 0 1 / 0 1", Text(Draws.Smallest(labels, LabelGenerators.Shrink, tree => tree.Coarse.Where(label => label >= 0).Distinct().Count() > 1).Value));
        Assert.Equal("0 0 0 0 0 -1 0 / 0", Text(Draws.Smallest(labels, LabelGenerators.Shrink, tree => tree.Fine.Contains(-1)).Value));
        Assert.Equal("0 0 0 0 0 0 0 / 0 0 0", Text(Draws.Smallest(labels, LabelGenerators.Shrink, tree => tree.Count >= 3).Value));
    }

    [Fact]
    public void ShrunkLabelsAreStillATree() => Assert.All(Draws.From(LabelGenerators.Any(9), 6, Count).SelectMany(LabelGenerators.Shrink), labels =>
    {
        Assert.Equal(9, labels.Fine.Length);
        Assert.All(labels.Fine, label => Assert.InRange(label, -1, labels.Count - 1));
        Assert.Contains(labels.Fine, label => label >= 0);
        Assert.Equal(Enumerable.Range(0, labels.CoarseOf.Max() + 1), labels.CoarseOf.Distinct().Order());
    });

    [Fact]
    public void AKindThatIsNoneAndNoRowsAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelGenerators.Of((LabelKind)99, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelGenerators.Of(LabelKind.Single, 0));
    }

    private static string Text(LabelTree labels) => $"{string.Join(' ', labels.Fine)} / {string.Join(' ', labels.CoarseOf)}";
}
