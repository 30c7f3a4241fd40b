using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Infoscope.Analyzers;

/// <summary>The fix of one rule, offered only where it is certain to compile and to silence the rule.</summary>
public abstract class RuleFix : CodeFixProvider
{
    private readonly string title;

    private protected RuleFix(string id, string title)
    {
        this.title = title;
        FixableDiagnosticIds = [id];
    }

    /// <summary>Gets the one rule that it fixes.</summary>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null) return;
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (Fix(node, model, context.CancellationToken) is not var (replaced, replacement)) continue;
            context.RegisterCodeFix(
                CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(replaced, replacement))), title),
                diagnostic);
        }
    }

    /// <summary>Gives the node to replace and its replacement; null where no fix is certain.</summary>
    private protected abstract (SyntaxNode Replaced, SyntaxNode Replacement)? Fix(SyntaxNode reported, SemanticModel model, CancellationToken cancellation);
}
