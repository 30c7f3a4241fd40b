namespace Infoscope.Host.Tests;

public sealed class SuggestTests
{
    [Theory]
    [InlineData("tabel", "did you mean table?")]
    [InlineData("jsnl", "did you mean jsonl?")]
    [InlineData("CSV", "did you mean csv?")]
    [InlineData("css", "did you mean csv?")]
    [InlineData("son", "did you mean jsonl?")]
    [InlineData("so", "there are csv, jsonl, table.")]
    [InlineData("parquet", "there are csv, jsonl, table.")]
    [InlineData("", "there are csv, jsonl, table.")]
    public void TheNearestNameIsSuggestedOrAllAreListed(string name, string sentence) => Assert.Equal(sentence, Suggest.Sentence(name, ["table", "csv", "jsonl"]));

    [Fact]
    public void ManyNamesAreCounted()
    {
        Assert.Equal("a, b", Suggest.List(["a", "b"], 2));
        Assert.Equal("a, b and 2 more", Suggest.List(["a", "b", "c", "d"], 2));
    }

    [Fact]
    public void OneNameIsAndNoneIsSaid()
    {
        Assert.Equal("there is cpu.", Suggest.Sentence("cuda:0", ["cpu"]));
        Assert.Equal("there are none.", Suggest.Sentence("x", []));
    }
}
