using System.Text.RegularExpressions;
using Infoscope.Engine.Findings;
using Infoscope.Engine.Results;
using Infoscope.Testing;

namespace Infoscope.Engine.Tests.Results;

/// <summary>The closed tables of docs/read-a-result.md are those of the code.</summary>
public sealed class ResultPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf(typeof(ResultPageTests).Assembly, "docs", "read-a-result.md"));

    [Fact]
    public void TheTableOfVerdictsIsTheOneThatIsUsed() => Assert.Equal(Verdicts.Words, FirstColumn("Verdicts"));

    [Fact]
    public void TheTableOfFindingsIsTheOneThatIsUsed() => Assert.Equal(AllFindings.Kinds, FirstColumn("Findings"));

    private static IEnumerable<string> FirstColumn(string section)
    {
        var text = Page[Page.IndexOf($"\n## {section}\n", StringComparison.Ordinal)..];
        text = text[..text.IndexOf("\n## ", 1, StringComparison.Ordinal)];
        return Regex.Matches(text, "^\\| `([^`]+)` \\|", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
    }
}
