namespace Infoscope.Plugins.Labels.Tests;

public sealed class CoarsenTests
{
    private static readonly LabelSet Labels = new([2, 3], [2, 0, -1, 1, 2, 0], ["x", "y", "z"]) { IsSequenceDerived = true, Notes = ["kept"] };

    [Fact]
    public void EachLabelIsReplacedByItsGroup()
    {
        var labels = Derive(null, ("z", "tall"), ("x", "low"), ("y", "tall"), ("w", "unused"));
        Assert.Equal([1, 0, -1, 1, 1, 0], labels.Ids.ToArray());
        Assert.Equal(["low", "tall"], labels.Names);
        Assert.Equal([2, 3], labels.Shape);
        Assert.True(labels.IsSequenceDerived);
        Assert.Equal(["kept"], labels.Notes);
    }

    [Fact]
    public void TheRestHasAGroupOfItsOwn()
    {
        var labels = Derive("other", ("y", "tall"));
        Assert.Equal([0, 0, -1, 1, 0, 0], labels.Ids.ToArray());
        Assert.Equal(["other", "tall"], labels.Names);
        Assert.Equal(["kept", "2 of 3 labels without a group are 'other'"], labels.Notes);
    }

    [Fact]
    public void TheRestMayJoinAGroupOfTheMapping() => Assert.Equal(["tall"], Derive("tall", ("y", "tall")).Names);

    [Fact]
    public void LabelsWithoutAGroupAreRefusedByCountAndExample() => Assert.Equal(
        "coarsen:a:map.csv: 2 of 3 labels have no group, such as 'y'; give each a group, or name a group for the rest with rest=NAME.",
        Assert.Throws<OptionException>(() => Derive(null, ("x", "low"))).Message);

    [Fact]
    public void AnEmptyRestIsRefused() => Assert.Equal(
        "coarsen:a:map.csv: rest is empty; name the group of the labels that have none, such as rest=other.", Assert.Throws<OptionException>(() => Derive("")).Message);

    private static LabelSet Derive(string? rest, params (string Name, string Group)[] mapping)
    {
        (string, object)[] arguments = [("labels", Labels), ("groups", mapping.ToDictionary(pair => pair.Name, pair => pair.Group))];
        return new CoarsenSource().Derive(Requests.For("coarsen:a:map.csv", rest is null ? arguments : [.. arguments, ("rest", rest)]));
    }
}
