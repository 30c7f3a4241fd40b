using System.Composition;
using Infoscope.Analyzers.Numerics;
using Infoscope.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers;

/// <summary>Disposes a matrix with the scope of its local: <c>var m = ...</c> becomes <c>using var m = ...</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ComputeMatricesAreDisposedFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public ComputeMatricesAreDisposedFix()
        : base(ComputeMatricesAreDisposed.Id, "Dispose the matrix with its scope")
    {
    }

    private protected override (SyntaxNode Replaced, SyntaxNode Replacement)? Fix(SyntaxNode reported, SemanticModel model, CancellationToken cancellation)
    {
        // A statement right below a case label may not declare with using.
        if (reported is not InvocationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement } } declarator } }
            || model.GetDeclaredSymbol(declarator, cancellation) is not ILocalSymbol local
            || model.GetOperation(reported, cancellation) is not { } made
            || Destination.UsesOf(local, made.Body()).Any(reference => IsSetAnew(reference) || IsInALambda(reference)))
        {
            return null;
        }

        var first = statement.GetFirstToken();
        var keyword = SyntaxFactory.Token(first.LeadingTrivia, SyntaxKind.UsingKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        return (statement, statement.ReplaceToken(first, first.WithLeadingTrivia()).WithUsingKeyword(keyword));
    }

    private static bool IsSetAnew(IOperation reference) => reference.Parent is IAssignmentOperation assignment && assignment.Target == reference;

    // What it does may be done after the scope.
    private static bool IsInALambda(IOperation reference)
    {
        for (var one = reference.Parent; one is not null; one = one.Parent)
        {
            if (one is IAnonymousFunctionOperation or ILocalFunctionOperation) return true;
        }

        return false;
    }
}
