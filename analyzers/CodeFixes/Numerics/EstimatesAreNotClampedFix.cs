using System.Composition;
using Infoscope.Analyzers.Numerics;
using Infoscope.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers;

/// <summary>Takes a clamp away: <c>Information.FromNats(Math.Max(0, x))</c> becomes <c>Information.FromNats(x)</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class EstimatesAreNotClampedFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public EstimatesAreNotClampedFix()
        : base(EstimatesAreNotClamped.Id, "Give the estimate as it is")
    {
    }

    private protected override (SyntaxNode Replaced, SyntaxNode Replacement)? Fix(SyntaxNode reported, SemanticModel model, CancellationToken cancellation)
    {
        // A clamp on both sides may mean its upper bound, and one that a variable holds may be used elsewhere.
        if (reported.Parent is not (ArgumentSyntax or AssignmentExpressionSyntax) || model.GetOperation(reported, cancellation) is not { } operation || operation is IInvocationOperation { Arguments.Length: > 2 }) return null;
        return EstimatesAreNotClamped.ClampedBy(operation, model.Compilation) is { } clamped
            ? (reported, clamped.Syntax.WithTriviaFrom(reported))
            : null;
    }
}
