using Infoscope.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Units;

/// <summary>Whether a type takes natural logarithms.</summary>
/// <remarks>Looked for where a logarithm of another base is met, which is seldom: to collect them while all types are analyzed costs a build more than most rules together.</remarks>
internal static class NaturalLogarithms
{
    /// <summary>Tells whether any part of a type does, types inside it left aside.</summary>
    public static bool AreTakenIn(INamedTypeSymbol type, OperationAnalysisContext context)
    {
        foreach (var part in type.DeclaringSyntaxReferences)
        {
            var declaration = part.GetSyntax(context.CancellationToken);
            foreach (var call in declaration.DescendantNodes(node => node == declaration || node is not BaseTypeDeclarationSyntax).OfType<InvocationExpressionSyntax>())
            {
                if (IsNamedLog(call.Expression) && IsNatural(call, context)) return true;
            }
        }

        return false;
    }

    private static bool IsNamedLog(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText == "Log",
        SimpleNameSyntax name => name.Identifier.ValueText == "Log",
        _ => false,
    };

#pragma warning disable RS1030 // another part of the type may be in another file, which the model of the operation does not know
    private static bool IsNatural(InvocationExpressionSyntax call, OperationAnalysisContext context) =>
        context.Compilation.GetSemanticModel(call.SyntaxTree).GetOperation(call, context.CancellationToken) is IInvocationOperation invocation && Logarithm.Of(invocation)?.IsNatural == true;
#pragma warning restore RS1030
}
