using System.Composition;
using Infoscope.Analyzers.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Infoscope.Analyzers;

/// <summary>Lets Observe look at the token before each block, where the context or its token is at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LoopsOverRowsLookAtTheCancellationTokenFix : RuleFix
{
    private const string Look = "ThrowIfCancellationRequested();";

    /// <summary>Makes the fix.</summary>
    public LoopsOverRowsLookAtTheCancellationTokenFix()
        : base(LoopsOverRowsLookAtTheCancellationToken.Id, "Look at the token before each block")
    {
    }

    private protected override (SyntaxNode Replaced, SyntaxNode Replacement)? Fix(SyntaxNode reported, SemanticModel model, CancellationToken cancellation)
    {
        if (reported is not MethodDeclarationSyntax { Identifier.ValueText: "Observe", Body: { Statements: { Count: > 0 } statements } body }) return null;
        if (model.LookupSymbols(body.OpenBraceToken.Span.End).Select(StatementOf).FirstOrDefault(text => text is not null) is not { } text) return null;
        var first = statements[0];
        var look = SyntaxFactory.ParseStatement(text).WithLeadingTrivia(first.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.EndOfLine("\n"));
        var indent = SyntaxFactory.TriviaList(first.GetLeadingTrivia().Where(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)));
        return (body, body.WithStatements(statements.Replace(first, first.WithLeadingTrivia(indent)).Insert(0, look)));
    }

    private static string? StatementOf(ISymbol symbol) => TypeOf(symbol) switch
    {
        { Name: "EstimationContext", ContainingNamespace.Name: "Infoscope" } => $"{symbol.Name}.Cancellation.{Look}",
        { Name: nameof(CancellationToken), ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } } => $"{symbol.Name}.{Look}",
        _ => null,
    };

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol { RefKind: RefKind.None } parameter => parameter.Type,
        _ => null,
    };
}
