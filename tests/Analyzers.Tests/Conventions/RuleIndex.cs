using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Infoscope.Analyzers.Tests.Conventions;

/// <summary>All rules and fixes, and the table of them in the documentation.</summary>
internal static class RuleIndex
{
    private const string Start = "<!-- table -->\n";
    private const string End = "<!-- end of table -->\n";

    public static ImmutableArray<Rule> Rules { get; } = AllRules.Create();

    public static ImmutableArray<CodeFixProvider> Fixes { get; } =
        [.. typeof(RuleFix).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(CodeFixProvider))).Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    public static string Path { get; } = System.IO.Path.Combine(RulePageFile.Folder, "README.md");

    public static Rule Of(string id) => Rules.Single(rule => rule.Descriptor.Id == id);

    public static bool HasFix(Rule rule) => Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(rule.Descriptor.Id));

    /// <summary>Gives the line below the title of a rule's page.</summary>
    public static string FactsOf(Rule rule) =>
        $"{rule.Descriptor.Category}, {rule.Descriptor.DefaultSeverity.ToString().ToLowerInvariant()} by default{(HasFix(rule) ? ", with a fix" : "")}.";

    /// <summary>Gives the index with the table as it should be.</summary>
    public static string Rewritten(string text)
    {
        var parts = text.Split(Start);
        Assert.True(parts.Length == 2, $"{Path} has no line {Start}");
        var rows = Rules.Select(rule => $"| [{rule.Descriptor.Id}]({rule.Descriptor.Id}.md) | {rule.Descriptor.Title} | {rule.Descriptor.Category} | {rule.Descriptor.DefaultSeverity.ToString().ToLowerInvariant()} | {(HasFix(rule) ? "yes" : "")} |\n");
        return $"{parts[0]}{Start}| id | rule | category | by default | fix |\n|---|---|---|---|---|\n{string.Concat(rows)}{End}{parts[1].Split(End)[^1]}";
    }
}
