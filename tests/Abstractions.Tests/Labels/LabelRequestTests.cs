namespace Infoscope.Tests.Labels;

public sealed class LabelRequestTests
{
    [Fact]
    public void ArgumentsAreGivenByNameAndKind()
    {
        var array = new NumericArray("t.npy", [1], [1L]);
        var labels = new LabelSet([1], [0], ["a"]);
        var request = Request(("n", 2L), ("pad", 0.5), ("tokens", array), ("of", labels), ("parts", new[] { labels }));
        Assert.Equal(2, request.Count("n"));
        Assert.Equal(0.5, request.Number("pad"));
        Assert.Same(array, request.Array("tokens"));
        Assert.Same(labels, request.LabelSet("of"));
        Assert.Equal([labels], request.LabelSets("parts"));
        Assert.True(request.Has("pad"));
        Assert.False(request.Has("Pad"));
    }

    [Fact]
    public void AnArgumentThatIsMissingOrOfAnotherKindIsRefused()
    {
        Assert.Contains("ngram:2 was given no argument 'n'", Assert.Throws<OptionException>(() => Request().Count("n")).Message, StringComparison.Ordinal);
        Assert.Throws<OptionException>(() => Request(("n", 2.0)).Count("n"));
    }

    [Fact]
    public void RandomnessDependsOnSeedSourceAndPurpose()
    {
        static ulong First(ulong seed, string source, string purpose) => new LabelRequest(source, seed, new Dictionary<string, object>()).Random(purpose).NextUInt64();
        Assert.Equal(First(1, "a", "b"), First(1, "a", "b"));
        Assert.NotEqual(First(1, "a", "b"), First(2, "a", "b"));
        Assert.NotEqual(First(1, "a", "b"), First(1, "c", "b"));
        Assert.NotEqual(First(1, "a", "b"), First(1, "a", "c"));
    }

    private static LabelRequest Request(params (string Name, object Value)[] arguments) =>
        new("ngram:2", 1, arguments.ToDictionary(argument => argument.Name, argument => argument.Value));
}
