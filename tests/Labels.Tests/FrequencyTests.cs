using FsCheck.Xunit;

namespace Infoscope.Plugins.Labels.Tests;

/// <summary>Labels by how often they occur: <c>frequency</c> and <c>frequent</c>.</summary>
public sealed class FrequencyTests
{
    // Label a once, b twice, c three times, d four times; one row without a label.
    private static readonly LabelSet Labels = new([11], [3, 0, 1, 2, 3, 2, -1, 1, 2, 3, 3], ["a", "b", "c", "d", "nowhere"]) { Notes = ["kept"], IsSequenceDerived = true };

    [Fact]
    public void ABucketHoldsLabelsThatOccurSimilarlyOften()
    {
        var labels = Frequency(Labels);
        Assert.Equal([2, 0, 1, 1, 2, 1, -1, 1, 1, 2, 2], labels.Ids.ToArray());
        Assert.Equal(["1", "2-3", "4-7"], labels.Names);
        Assert.Equal(["kept"], labels.Notes);
        Assert.True(labels.IsSequenceDerived);
    }

    [Fact]
    public void LabelsHaveTheBucketsOfTheDocumentation()
    {
        var labels = Requests.Labels(0, 0, 0, 1, 2);
        Assert.Equal([1, 1, 1, 0, 0], Frequency(labels).Ids.ToArray());
        Assert.Equal(["1", "2-3"], Frequency(labels).Names);
        var common = new FrequentSource().Derive(Requests.For("frequent:2:y", ("min", 2L), ("labels", labels), ("rare", "one")));
        Assert.Equal([0, 0, 0, 1, 1], common.Ids.ToArray());
        Assert.Equal(["a", "rare"], common.Names);
    }

    [Fact]
    public void BucketsWithoutRowsAreLeftOut()
    {
        var labels = Frequency(Requests.Labels([0, .. Enumerable.Repeat(1, 8)]));
        Assert.Equal(["1", "8-15"], labels.Names);
    }

    [Property(MaxTest = 300)]
    public bool TheNameOfABucketIsTheRangeOfItsCounts(byte[] seeds)
    {
        var ids = seeds.Select(seed => (int)Math.Sqrt(seed) - 1).ToArray();
        var labels = Frequency(new LabelSet([ids.Length], ids, [.. Enumerable.Range(0, 15).Select(id => $"{id}")]));
        return seeds.Select((_, row) => row).All(row =>
        {
            if (ids[row] < 0) return labels.Ids[row] == -1;
            var bounds = labels.Names[labels.Ids[row]].Split('-').Select(int.Parse).ToArray();
            var count = ids.Count(id => id == ids[row]);
            return bounds[0] <= count && count <= bounds[^1] && int.IsPow2(bounds[0]);
        });
    }

    [Fact]
    public void RareLabelsAreNoLabel()
    {
        var labels = Frequent(3);
        Assert.Equal([1, -1, -1, 0, 1, 0, -1, -1, 0, 1, 1], labels.Ids.ToArray());
        Assert.Equal(["c", "d"], labels.Names);
        Assert.Equal(["kept", "2 of 4 labels have fewer than 3 rows; their 3 of 10 rows have no label"], labels.Notes);
        Assert.True(labels.IsSequenceDerived);
        Assert.Equal(labels.Ids.ToArray(), Frequent(3, "none").Ids.ToArray());
    }

    [Fact]
    public void RareLabelsMayBeOneLabel()
    {
        var labels = Frequent(3, "one");
        Assert.Equal([1, 2, 2, 0, 1, 0, -1, 2, 0, 1, 1], labels.Ids.ToArray());
        Assert.Equal(["c", "d", "rare"], labels.Names);
        Assert.Equal(["kept", "2 of 4 labels have fewer than 3 rows; their 3 of 10 rows share the label 'rare'"], labels.Notes);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("one")]
    public void WithoutRareLabelsNothingChanges(string rare)
    {
        var labels = Frequent(1, rare);
        Assert.Equal(Labels.Ids.ToArray(), labels.Ids.ToArray());
        Assert.Equal(["kept"], labels.Notes);
    }

    [Fact]
    public void WhatIsNotAllowedIsOneSentence()
    {
        Refuses(() => Frequent(0), "frequent:0:y: min is 0; a label needs at least 1 row.");
        Refuses(() => Frequent(5), "frequent:5:y: no label has 5 rows; the most frequent has 4, so use a smaller min.");
        Refuses(() => Frequent(2, "some"), "frequent:2:y: rare is 'some'; allowed are none (no label) and one (one label, 'rare').");
        var own = new LabelSet([3], [0, 0, 1], ["rare", "x"]);
        Refuses(
            () => new FrequentSource().Derive(Requests.For("frequent:2:y", ("min", 2L), ("labels", own), ("rare", "one"))),
            "frequent:2:y: a label is named 'rare' already; give it another name, or leave rarer labels out with rare=none.");
    }

    private static void Refuses(Func<LabelSet> derive, string sentence) => Assert.Equal(sentence, Assert.Throws<OptionException>(derive).Message);

    private static LabelSet Frequency(LabelSet labels) => new FrequencySource().Derive(Requests.For("frequency:y", ("labels", labels)));

    private static LabelSet Frequent(long minimum, string? rare = null)
    {
        (string, object)[] arguments = [("min", minimum), ("labels", Labels)];
        return new FrequentSource().Derive(Requests.For($"frequent:{minimum}:y", rare is null ? arguments : [.. arguments, ("rare", rare)]));
    }
}
