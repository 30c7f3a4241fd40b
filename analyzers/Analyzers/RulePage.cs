namespace Infoscope.Analyzers;

/// <summary>Where the page of a rule stands, in the repository and in the package alike.</summary>
internal static class RulePage
{
    public static string Of(string id) => $"docs/rules/{id}.md";
}
