using System.Composition;
using Infoscope.Analyzers.Units;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Infoscope.Analyzers;

/// <summary>Takes 0 for a term of a zero probability: <c>p * Math.Log(p)</c> becomes <c>(p == 0 ? 0 : p * Math.Log(p))</c>, so that what is no number or below 0 still shows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AZeroProbabilityHasACaseOfItsOwnFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public AZeroProbabilityHasACaseOfItsOwnFix()
        : base(AZeroProbabilityHasACaseOfItsOwn.Id, "Take 0 where the probability is 0")
    {
    }

    private protected override (SyntaxNode Replaced, SyntaxNode Replacement)? Fix(SyntaxNode reported, SemanticModel model, CancellationToken cancellation)
    {
        if (reported is not BinaryExpressionSyntax product || (Weight(product.Left, product.Right, model) ?? Weight(product.Right, product.Left, model)) is not { } weight) return null;
        var text = $"({weight} == 0 ? 0 : {product.WithoutTrivia()})";
        return (product, SyntaxFactory.ParseExpression(text).WithTriviaFrom(product));
    }

    // p of p or -p beside a logarithm, as far as reading it twice changes nothing.
    private static ExpressionSyntax? Weight(ExpressionSyntax side, ExpressionSyntax logarithm, SemanticModel model)
    {
        if (logarithm is not InvocationExpressionSyntax) return null;
        var weight = side is PrefixUnaryExpressionSyntax negative && negative.IsKind(SyntaxKind.UnaryMinusExpression) ? negative.Operand : side;
        return IsVariable(weight, model) || (weight is ElementAccessExpressionSyntax element && IsVariable(element.Expression, model) && element.ArgumentList.Arguments.All(index => index.Expression is LiteralExpressionSyntax || IsVariable(index.Expression, model)))
            ? weight.WithoutTrivia()
            : null;
    }

    private static bool IsVariable(ExpressionSyntax expression, SemanticModel model) =>
        expression is IdentifierNameSyntax && model.GetSymbolInfo(expression).Symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol;
}
