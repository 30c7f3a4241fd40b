using System.Composition;
using Infoscope.Analyzers.Units;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers;

/// <summary>Lets the type Information convert: <c>x / Math.Log(2)</c> becomes <c>Information.FromNats(x).Bits</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnitsAreNotConvertedByHandFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public UnitsAreNotConvertedByHandFix()
        : base(UnitsAreNotConvertedByHand.Id, "Let Information convert")
    {
    }

    private protected override (SyntaxNode Replaced, SyntaxNode Replacement)? Fix(SyntaxNode reported, SemanticModel model, CancellationToken cancellation)
    {
        if (reported is not BinaryExpressionSyntax binary || model.GetOperation(binary, cancellation) is not IBinaryOperation { Type.SpecialType: SpecialType.System_Double } operation) return null;
        var isProduct = operation.OperatorKind == BinaryOperatorKind.Multiply;
        var factorIsRight = UnitsAreNotConvertedByHand.IsConversion(operation.RightOperand, out var isNatsPerBit);
        if (!factorIsRight) UnitsAreNotConvertedByHand.IsConversion(operation.LeftOperand, out isNatsPerBit);
        var amount = factorIsRight ? binary.Left : binary.Right;

        // x ln 2 and x / log2(e) are nats of x bits, the other two bits of x nats.
        var isFromBits = isProduct == isNatsPerBit;
        var information = KnownNames.Shortest(model, binary.SpanStart, "Infoscope", "Information");
        var text = isFromBits ? $"{information}.FromBits({amount.WithoutTrivia()}).Nats" : $"{information}.FromNats({amount.WithoutTrivia()}).Bits";
        return (binary, SyntaxFactory.ParseExpression(text).WithTriviaFrom(binary));
    }
}
