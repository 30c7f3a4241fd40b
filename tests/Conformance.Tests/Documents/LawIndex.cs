using System.Text.RegularExpressions;

namespace Infoscope.Conformance.Tests.Documents;

/// <summary>The table of all laws in <c>docs/laws/README.md</c>.</summary>
internal static partial class LawIndex
{
    /// <summary>Gets the path of the page.</summary>
    public static string Path { get; } = System.IO.Path.Combine(LawPage.Folder, "README.md");

    /// <summary>Gives the text of the page with the table of the laws as they are.</summary>
    public static string Rewritten(string text) => Table().Replace(text, _ => $"<!-- table -->\n{string.Join('\n', Lines())}\n<!-- end -->");

    private static IEnumerable<string> Lines() =>
    [
        "| law | what it says | who is held to it | how it is tested |",
        "|---|---|---|---|",
        .. AllLaws.Properties.Select(property => $"| [{property.Law}]({LawPage.FileNameOf(property.Law)}) | `{property.Statement.Replace("|", "\\|", StringComparison.Ordinal)}` | {WhoOf(property)} | {HowOf(property)} |"),
    ];

    private static string WhoOf(LawProperty property) => ClaimTable.Required.Contains(property.Law) ? "every estimator" : "who claims it";

    private static string HowOf(LawProperty property) => property switch
    {
        { IsAboutAverages: true } => "mean over data sets",
        { RunsAlone: true } => $"{property.MostCases} cases, nothing beside it",
        _ => "case by case",
    };

    [GeneratedRegex("<!-- table -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Table();
}
