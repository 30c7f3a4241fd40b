using Infoscope.Engine.Labels;

namespace Infoscope.Engine.Tests.Labels;

public sealed class LabelResolverTests
{
    private readonly List<string> opened = [];

    [Fact]
    public void ABareFileIsClasses()
    {
        var labels = Assert.Single(Resolve(("digit", "labels.npy"))).Labels;
        Assert.Equal([0, 1, 0], labels.Ids.ToArray());
        Assert.Equal(["labels.npy"], opened);
    }

    [Theory]
    [InlineData("C:\\data\\labels.npz:y")]
    [InlineData("file.npz:count")]
    [InlineData("c:labels.npy")]
    public void ADriveOrAKeyIsNoLabelSource(string specification)
    {
        Resolve(("digit", specification));
        Assert.Equal([specification], opened);
    }

    [Fact]
    public void ArgumentsAreReadByKind()
    {
        Resolve(("digit", "labels.npy"), ("t", "take:2:C:\\tokens.npz:ids:pad=-100"));
        var request = Assert.Single(Taker.Requests);
        Assert.Equal(2, request.Count("count"));
        Assert.Equal(-100, request.Number("pad"));
        Assert.Equal("C:\\tokens.npz:ids", request.Array("tokens").Source);
        Assert.False(request.Has("other"));
    }

    [Fact]
    public void TextsStayAsTheyAreWrittenAndMappingsAreOpened()
    {
        Resolve(("digit", "labels.npy"), ("g", "group:digit:C:\\maps\\map.csv:rest=a b=c"));
        var request = Assert.Single(Taker.Requests);
        Assert.Equal("a b=c", request.Text("rest"));
        Assert.Equal(new Dictionary<string, string> { ["C:\\maps\\map.csv"] = "mapped" }, request.Mapping("map"));
        Assert.Equal(["4", "9"], request.LabelSet("labels").Names);
    }

    [Theory]
    [InlineData("who spoke", true)]
    [InlineData("a=b", true)]
    [InlineData("", false)]
    [InlineData("a~0", false)]
    [InlineData("a,b", false)]
    [InlineData("a:b", false)]
    public void ANameHasNoMarkOfNullsListsAndArguments(string name, bool allowed) => Assert.Equal(allowed, LabelResolver.IsName(name));

    [Fact]
    public void LabelSetsAreMadeAfterTheOnesTheyAreMadeFrom()
    {
        var made = Resolve(("b", "join:a,c"), ("a", "labels.npy"), ("c", "labels2.npy"));
        Assert.Equal(["b", "a", "c"], made.Select(one => one.Name));
        Assert.Equal(4, made[0].Labels.Count);
    }

    [Theory]
    [InlineData("a", "join:b,a", "b", "labels.npy", "label sets are made from each other in a circle: a from a.")]
    [InlineData("a", "join:b", "b", "join:a", "label sets are made from each other in a circle: a from b from a.")]
    [InlineData("a", "join:x", "b", "labels.npy", "label set a is made from 'x', which is not there; there are a, b.")]
    [InlineData("a", "take:2", "b", "labels.npy", "'take:2' does not fit take:COUNT:TOKENS[:pad=PAD]; tokens is missing.")]
    [InlineData("a", "take:two:f.npy", "b", "labels.npy", "'take:two:f.npy': count is 'two'; a whole number of at least 0 is needed.")]
    [InlineData("a", "labels.npy", "a", "labels.npy", "two label sets are named 'a'; give each its own name.")]
    [InlineData("a~1", "labels.npy", "b", "labels.npy", "a label set is named 'a~1'; a name has no '~', ',' or ':' and is not empty.")]
    public void WhatCannotBeMadeIsOneSentence(string name1, string specification1, string name2, string specification2, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<OptionException>(() => Resolve((name1, specification1), (name2, specification2))).Message);

    private IReadOnlyList<(string Name, LabelSet Labels)> Resolve(params (string, string)[] named)
    {
        Taker.Requests.Clear();
        LabelSet Open(string text)
        {
            opened.Add(text);
            return ClassLabels.FromIntegers([3], [4, 9, 4]);
        }

        var take = new LabelSourceEntry
        {
            Id = "take",
            Arguments = [new(0, "count", LabelArgumentKind.Count), new(1, "tokens", LabelArgumentKind.Array), new(2, "pad", LabelArgumentKind.Number) { Optional = true }],
            Make = () => new Taker(),
        };
        var join = new LabelSourceEntry { Id = "join", Arguments = [new(0, "sets", LabelArgumentKind.LabelSets)], Make = () => new Joiner() };
        var group = new LabelSourceEntry
        {
            Id = "group",
            Arguments = [new(0, "labels", LabelArgumentKind.LabelSet), new(1, "map", LabelArgumentKind.Mapping), new(2, "rest", LabelArgumentKind.Text) { Optional = true }],
            Make = () => new Taker(),
        };
        return new LabelResolver([take, join, group], Open, text => new NumericArray(text, [1], new long[] { 1 }), text => new Dictionary<string, string> { [text] = "mapped" }, 0).Resolve(named);
    }

    private sealed class Taker : ILabelSource
    {
        public static List<LabelRequest> Requests { get; } = [];

        public LabelSet Derive(LabelRequest request)
        {
            Requests.Add(request);
            return ClassLabels.FromIntegers([3], [0, 0, 0]);
        }
    }

    private sealed class Joiner : ILabelSource
    {
        public LabelSet Derive(LabelRequest request) => new([3], [0, 1, 2], [.. request.LabelSets("sets").SelectMany(set => set.Names)]);
    }
}
