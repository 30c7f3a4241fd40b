using FsCheck.Xunit;

namespace Infoscope.Plugins.Labels.Tests;

public sealed class ShuffleTests
{
    private static readonly LabelSet Labels = Requests.Labels([.. Enumerable.Range(0, 60).Select(row => (row * row % 11) - 1)]);

    [Property(MaxTest = 300)]
    public bool ShuffledLabelsAreAsOftenAsBeforeAmongTheSameRows(byte[] seeds, byte draw)
    {
        var labels = Requests.Labels([.. seeds.Select(seed => (seed % 5) - 1)]);
        var shuffled = Shuffle(labels, draw);
        return shuffled.Ids.ToArray().Order().SequenceEqual(labels.Ids.ToArray().Order())
            && seeds.Select((_, row) => shuffled.Ids[row] < 0 == labels.Ids[row] < 0).All(same => same);
    }

    [Property(MaxTest = 300)]
    public bool ShuffledWithinGroupsEveryGroupKeepsItsLabels(byte[] seeds, byte draw)
    {
        var labels = Requests.Labels([.. seeds.Select(seed => (seed % 5) - 1)]);
        var groups = Requests.Labels([.. seeds.Select(seed => (seed / 5 % 4) - 1)]);
        var shuffled = Within(labels, groups, draw);
        int[] rows = [.. Enumerable.Range(0, seeds.Length)];
        IEnumerable<(int, int)> Pairs(LabelSet set) => rows.Where(row => set.Ids[row] >= 0 && groups.Ids[row] >= 0).Select(row => (set.Ids[row], groups.Ids[row])).Order();
        return Pairs(shuffled).SequenceEqual(Pairs(labels))
            && rows.All(row => shuffled.Ids[row] < 0 == (labels.Ids[row] < 0 || groups.Ids[row] < 0));
    }

    [Fact]
    public void AShuffleTakesLabelsFromWhereThePermutationSays()
    {
        var labels = Requests.Labels(0, -1, 1, 2, 3);
        var permutation = new KeyedPermutation(0, "labels/shuffle/draw/7", 4);
        int[] labelled = [0, 1, 2, 3];
        Assert.Equal([labelled[permutation[0]], -1, labelled[permutation[1]], labelled[permutation[2]], labelled[permutation[3]]], Shuffle(labels, 7).Ids.ToArray());
    }

    [Fact]
    public void BigramsAreShuffledAsInTheDocumentation()
    {
        var tokens = Requests.Labels(0, 0, 0, 1, 1);
        var bigrams = new LabelSet([5], [0, 1, 0, 2, 3], ["2 5", "9 5", "5 9", "7 9"]);
        Assert.Equal(["2 5", "2 5", "9 5", "7 9", "5 9"], Within(bigrams, tokens, 2).Ids.ToArray().Select(id => bigrams.Names[id]));
    }

    [Fact]
    public void ShufflingWithinOneGroupIsShuffling()
    {
        var one = new LabelSet(Labels.Shape, new int[Labels.Ids.Length], ["all"]);
        var request = Requests.For("shuffle", ("labels", Labels), ("within", one));
        Assert.Equal(new ShuffleSource().Derive(request).Ids.ToArray(), new ShuffleWithinSource().Derive(request).Ids.ToArray());
    }

    [Fact]
    public void ShufflingWithinTheLabelsThemselvesChangesNothing() => Assert.Equal(Labels.Ids.ToArray(), Within(Labels, Labels, 3).Ids.ToArray());

    [Fact]
    public void DrawsAndSeedsDifferAndTheFirstDrawIsNumberZero()
    {
        var source = new ShuffleSource();
        int[][] made =
        [
            source.Derive(Requests.For("shuffle:a", ("labels", Labels))).Ids.ToArray(),
            Shuffle(Labels, 1).Ids.ToArray(),
            source.Derive(Requests.Seeded(1, "shuffle:a", ("labels", Labels))).Ids.ToArray(),
            Labels.Ids.ToArray(),
        ];
        Assert.Equal(4, made.Select(ids => string.Join(' ', ids)).Distinct().Count());
        Assert.Equal(made[0], Shuffle(Labels, 0).Ids.ToArray());
    }

    [Fact]
    public void EveryOrderWithinAGroupIsEquallyLikely()
    {
        // Three rows of a group of their own among others: six orders, chi-square of five degrees, whose 99.9 % quantile is 20.5.
        const int draws = 6000;
        var labels = Requests.Labels(0, 3, 1, 3, 2, 4, 4, 4);
        var groups = Requests.Labels(0, 1, 0, 1, 0, 1, 1, 1);
        var counts = Enumerable.Range(0, draws).Select(draw => Within(labels, groups, draw).Ids.ToArray()).Select(ids => (ids[0], ids[2], ids[4])).CountBy(order => order).ToArray();
        Assert.Equal(6, counts.Length);
        Assert.InRange(counts.Sum(count => Math.Pow(count.Value - (draws / 6.0), 2) / (draws / 6.0)), 0, 20.5);
    }

    [Fact]
    public void LabelsOfSequencesHoldForTheirPositions()
    {
        var labels = Requests.Shaped([2, 4], 0, 1, 2, 3, 4, 5, 6, 7);
        var shuffled = Within(labels, Requests.Labels(0, 1), 0);
        Assert.Equal([2, 4], shuffled.Shape);
        Assert.Equal([0, 1, 2, 3], shuffled.Ids[..4].ToArray().Order());
        Assert.NotEqual(labels.Ids.ToArray(), shuffled.Ids.ToArray());
    }

    [Fact]
    public void NamesNotesAndSequencesStay()
    {
        var labels = new LabelSet([2], [0, 1], ["x", "y"]) { Notes = ["one"], IsSequenceDerived = true };
        Assert.Equal(["x", "y"], Shuffle(labels, 0).Names);
        Assert.Equal(["one"], Shuffle(labels, 0).Notes);
        Assert.True(Shuffle(labels, 0).IsSequenceDerived);
        Assert.Equal((true, "x"), (Within(Requests.Labels(0, 0), labels, 0).IsSequenceDerived, Within(labels, Requests.Labels(0, 0), 0).Names[0]));
    }

    [Fact]
    public void GroupsOfOtherRowsAreRefused() => Assert.StartsWith(
        "shuffle-within:a:b: the labels have the shapes (3,) and (2,); ", Assert.Throws<ActivationShapeException>(() => Within(Requests.Labels(0, 1, 2), Requests.Labels(0, 1), 0)).Message);

    private static LabelSet Shuffle(LabelSet labels, long draw) => new ShuffleSource().Derive(Requests.For("shuffle:a", ("labels", labels), ("draw", draw)));

    private static LabelSet Within(LabelSet labels, LabelSet groups, long draw) =>
        new ShuffleWithinSource().Derive(Requests.For("shuffle-within:a:b", ("labels", labels), ("within", groups), ("draw", draw)));
}
