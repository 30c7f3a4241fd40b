using System.Composition;
using Infoscope.Analyzers.Reproducibility;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers;

/// <summary>Says the invariant culture where an overload takes one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NumbersAreReadAndWrittenInTheInvariantCultureFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public NumbersAreReadAndWrittenInTheInvariantCultureFix()
        : base(NumbersAreReadAndWrittenInTheInvariantCulture.Id, "Say the invariant culture")
    {
    }

    private protected override (SyntaxNode Replaced, SyntaxNode Replacement)? Fix(SyntaxNode reported, SemanticModel model, CancellationToken cancellation)
    {
        var culture = $"{KnownNames.Shortest(model, reported.SpanStart, "System.Globalization", "CultureInfo")}.InvariantCulture";
        var (replaced, text) = reported.Parent is InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax whole }
            ? (whole, Written(whole, culture, model, cancellation))
            : ((ExpressionSyntax?)(reported as ExpressionSyntax), Replacement(reported, culture, model, cancellation));
        return replaced is null || text is null ? null : (replaced, SyntaxFactory.ParseExpression(text).WithTriviaFrom(replaced));
    }

    private static string? Replacement(SyntaxNode reported, string culture, SemanticModel model, CancellationToken cancellation) => model.GetOperation(reported, cancellation) switch
    {
        IInvocationOperation call when reported is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } syntax => Called(call.TargetMethod, syntax, access, culture),
        IPropertyReferenceOperation { Property.Name: "CurrentCulture", Property.ContainingType.Name: "CultureInfo", Parent: not IAssignmentOperation } => culture,
        _ => null,
    };

    // A handler of its own, and awaits that no handler survives, stay as they are.
    private static string? Written(InterpolatedStringExpressionSyntax whole, string culture, SemanticModel model, CancellationToken cancellation) =>
        model.GetOperation(whole, cancellation) is IInterpolatedStringOperation { Type.SpecialType: SpecialType.System_String, Parent: not IInterpolatedStringHandlerCreationOperation }
        && !whole.DescendantNodes().Any(node => node is AwaitExpressionSyntax)
            ? $"string.Create({culture}, {whole})"
            : null;

    private static string? Called(IMethodSymbol method, InvocationExpressionSyntax call, MemberAccessExpressionSyntax access, string culture)
    {
        var arguments = call.ArgumentList.Arguments;
        if (method.Name is "ToLower" or "ToUpper")
            return method.Parameters.Length == (method.IsStatic ? 1 : 0) ? $"{access.Expression}.{method.Name}Invariant{call.ArgumentList}" : null;
        if (arguments.Any(argument => argument.NameColon is not null) || PlaceOfProvider(method) is not { } place || place > arguments.Count) return null;
        var texts = arguments.Select(argument => argument.ToString()).ToList();
        texts.Insert(place, culture);
        return $"{access}({string.Join(", ", texts)})";
    }

    // Where an overload that is the same otherwise takes a culture.
    private static int? PlaceOfProvider(IMethodSymbol method)
    {
        foreach (var overload in method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>())
        {
            if (overload.Parameters.Length != method.Parameters.Length + 1 || overload.IsStatic != method.IsStatic || overload.DeclaredAccessibility != Accessibility.Public) continue;
            for (var place = 0; place < overload.Parameters.Length; place++)
            {
                if (overload.Parameters[place].Type.Name == nameof(IFormatProvider) && overload.Parameters.RemoveAt(place).Zip(method.Parameters, IsAlike).All(isAlike => isAlike)) return place;
            }
        }

        return null;
    }

    private static bool IsAlike(IParameterSymbol one, IParameterSymbol other) => one.RefKind == other.RefKind && SymbolEqualityComparer.Default.Equals(one.Type, other.Type);
}
