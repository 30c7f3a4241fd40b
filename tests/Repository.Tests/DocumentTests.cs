using System.Text.RegularExpressions;

namespace Infoscope.Tests.Conventions;

public sealed partial class DocumentTests
{
    private static IEnumerable<string> Pages => Tree.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal));

    [Fact]
    public void EveryRelativeLinkLeadsToAFile()
    {
        var links = Pages.SelectMany(page => LinksOf(page).Select(link => (Page: page, Link: link))).ToArray();
        Assert.NotEmpty(links);
        var broken = links.Where(link => !Tree.Has(Path.Combine(Path.GetDirectoryName(link.Page)!, Uri.UnescapeDataString(link.Link)))).Select(link => $"{link.Page}: {link.Link}").ToArray();
        Assert.True(broken.Length == 0, string.Join('\n', broken));
    }

    [Fact]
    public void EveryPageOfTheDocumentationStartsWithItsTitle()
    {
        var pages = Pages.Where(page => page.StartsWith("docs/", StringComparison.Ordinal) || !page.Contains('/', StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(pages);
        Assert.All(pages, page => Assert.StartsWith("# ", Tree.Text(page), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[a](b.md)", "b.md")]
    [InlineData("[a](b.md#part) and [c](https://example.org/d.md)", "b.md")]
    [InlineData("[a](#part)", null)]
    [InlineData("`[a](b.md)`", null)]
    [InlineData("```\n[a](b.md)\n```\n![c](d.png \"title\")", "d.png")]
    public void LinksAreFoundOutsideOfCode(string text, string? link) => Assert.Equal(link is null ? [] : [link], LinksIn(text));

    private static IEnumerable<string> LinksOf(string page) => LinksIn(Tree.Text(page));

    private static IEnumerable<string> LinksIn(string text) =>
        from link in Link().Matches(Code().Replace(text, ""))
        let target = link.Groups["target"].Value.Split('#')[0]
        where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
        select target;

    [GeneratedRegex(@"^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)[^)]*\)")]
    private static partial Regex Link();
}
