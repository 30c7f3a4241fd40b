using System.Text.RegularExpressions;
using Infoscope.Testing;

namespace Infoscope.Analyzers.Tests.Conventions;

/// <summary>The page of a rule, in its parts.</summary>
internal sealed partial class RulePageFile(Rule rule)
{
    /// <summary>Gets the folder of the pages.</summary>
    public static string Folder { get; } = Repository.PathOf(typeof(RulePageFile).Assembly, "docs", "rules");

    public string Path => System.IO.Path.Combine(Folder, $"{rule.Descriptor.Id}.md");

    public string Text => File.ReadAllText(Path);

    /// <summary>Gives what stands under a heading of the second level.</summary>
    public string Section(string heading)
    {
        var parts = Text.Split($"\n## {heading}\n");
        Assert.True(parts.Length == 2, $"{Path} has {parts.Length - 1} headings '{heading}'; it needs one.");
        return parts[1].Split("\n## ")[0].Trim();
    }

    /// <summary>Gives the pieces of code under a heading.</summary>
    public IReadOnlyList<string> Code(string heading) => [.. CodeBlock().Matches(Section(heading)).Select(match => match.Groups["code"].Value)];

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
