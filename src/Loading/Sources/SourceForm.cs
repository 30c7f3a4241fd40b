using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Infoscope.Loading;

/// <summary>Tells scripts and programs from plugins, in one sentence instead of many errors.</summary>
internal static class SourceForm
{
    /// <summary>What helps those who miss a package.</summary>
    public const string NoPackages = "a single file sees .NET and the contract alone; for packages make a plugin project: infoscope new estimator NAME";

    // Far beyond what is written by hand; the compiler takes some ten times that before it dies of it.
    private const int DeepestNesting = 500;

    /// <summary>Checks the form of a file.</summary>
    /// <exception cref="PluginLoadException">It is a script or a program, or would take the compiler's stack.</exception>
    public static void Check(CompilationUnitSyntax root, string path)
    {
        if (Directives(root).FirstOrDefault() is { } directive)
            throw Bad($"{path} asks for something beside it on line {Line(directive)}: {Shortened(directive.ToString().Trim())}; {NoPackages}.");
        if (TooDeep(root) is { } deep) throw Bad($"{path} nests expressions or blocks more than {DeepestNesting} deep on line {Line(deep)}; make them simpler.");
        // What follows a mistake in the text may look like a statement.
        if (root.GetDiagnostics().Any(one => one.Severity == DiagnosticSeverity.Error)) return;
        if (root.Members.OfType<GlobalStatementSyntax>().FirstOrDefault() is { } statement)
            throw Bad($"{path} has a statement outside of any type on line {Line(statement)}; a plugin is no program: put its code into the methods of a class with [Estimator] or [LabelSource].");

        PluginLoadException Bad(string sentence) => new(PluginFailure.BadSource, path, sentence);
    }

    private static IEnumerable<DirectiveTriviaSyntax> Directives(CompilationUnitSyntax root)
    {
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive.Kind() is SyntaxKind.ReferenceDirectiveTrivia or SyntaxKind.LoadDirectiveTrivia or SyntaxKind.IgnoredDirectiveTrivia) yield return directive;
        }
    }

    // A chain of operators such as a + b + c + d is deep on its left, and the compiler walks along it.
    private static SyntaxNode? TooDeep(SyntaxNode root)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>();
        open.Push((root, 0));
        while (open.TryPop(out var next))
        {
            if (next.Depth > DeepestNesting) return next.Node;
            foreach (var child in next.Node.ChildNodes()) open.Push((child, next.Node is BinaryExpressionSyntax chain && chain.Left == child ? next.Depth : next.Depth + 1));
        }

        return null;
    }

    private static int Line(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..77] + "...";
}
