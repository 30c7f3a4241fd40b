namespace Infoscope.Tests.Options;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("anchor", "anchors")]
    [InlineData("ANCHORS", "anchors")]
    [InlineData("temprature", "temperature")]
    [InlineData("cvs", "csv")]
    public void ANearNameIsSuggested(string typed, string meant) => Assert.Equal(meant, Suggestion.For(typed, ["anchors", "temperature", "csv"]));

    [Theory]
    [InlineData("entropy")]
    [InlineData("x")]
    [InlineData("")]
    public void AFarNameIsNot(string typed) => Assert.Null(Suggestion.For(typed, ["anchors", "temperature", "csv"]));

    [Fact]
    public void NothingIsSuggestedOutOfNothing() => Assert.Null(Suggestion.For("anchors", []));

    [Fact]
    public void AVeryLongNameCostsNothing() => Assert.Null(Suggestion.For(new string('a', 1_000_000), [new string('a', 1_000_000), "csv"]));
}
