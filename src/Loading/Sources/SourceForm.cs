using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Infoscope.Loading;

/// <summary>Tells scripts and programs from plugins, in one sentence instead of many errors.</summary>
internal static class SourceForm
{
    /// <summary>What helps those who miss a package.</summary>
    public const string NoPackages = "a single file sees .NET and the contract alone; for packages make a plugin project: infoscope new estimator NAME";

    /// <summary>What helps those who forgot the first line.</summary>
    public const string NoContract = "the types of the contract are in the namespace Infoscope; begin the file with: using Infoscope;";

    /// <summary>What helps those who lean on a source generator.</summary>
    public const string NoGenerators = "source generators do not run for a single file; write the body by hand, or make a plugin project: infoscope new estimator NAME";

    // Far beyond what is written by hand; the compiler takes some ten times that before it dies of it.
    private const int DeepestNesting = 500;

    // Chains of calls and of else-if are longer, and cost the compiler less for each link.
    private const int StepsPerLevel = 4;

    // The compiler binds the inside of each more than once, and so on inwards.
    private const int DeepestInterpolation = 8;

    /// <summary>Checks the form of a file.</summary>
    /// <exception cref="PluginLoadException">It is a script or a program, or would take the compiler's stack.</exception>
    public static void Check(CompilationUnitSyntax root, string path)
    {
        if (Directives(root).FirstOrDefault() is { } directive)
            throw Bad($"{path} asks for something beside it on line {Line(directive)}: {Shortened(directive.ToString().Trim())}; {NoPackages}.");
        if (TooDeep(root) is var (deep, what)) throw Bad($"{path} nests {what} on line {Line(deep)}; make them simpler.");
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

    private static (SyntaxNode Node, string What)? TooDeep(SyntaxNode root)
    {
        var open = new Stack<(SyntaxNode Node, int Steps, int Strings)>();
        open.Push((root, 0, 0));
        while (open.TryPop(out var next))
        {
            if (next.Steps > DeepestNesting * StepsPerLevel) return (next.Node, $"expressions or blocks more than {DeepestNesting} deep");
            var strings = next.Strings + (next.Node is InterpolatedStringExpressionSyntax ? 1 : 0);
            if (strings > DeepestInterpolation) return (next.Node, $"interpolated strings more than {DeepestInterpolation} deep");
            foreach (var child in next.Node.ChildNodes()) open.Push((child, next.Steps + Steps(next.Node, child), strings));
        }

        return null;
    }

    private static int Steps(SyntaxNode parent, SyntaxNode child) => parent switch
    {
        // A chain of operators such as a + b + c + d is deep on its left, and the compiler walks along it.
        BinaryExpressionSyntax chain when chain.Left == child => 0,
        InvocationExpressionSyntax call when call.Expression == child => 1,
        MemberAccessExpressionSyntax access when access.Expression == child => 1,
        IfStatementSyntax condition when condition.Else == child => 1,
        ElseClauseSyntax when child is IfStatementSyntax => 1,
        _ => StepsPerLevel,
    };

    private static int Line(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..77] + "...";
}
