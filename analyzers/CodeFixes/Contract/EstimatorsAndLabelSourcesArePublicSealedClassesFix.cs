using System.Composition;
using Infoscope.Analyzers.Contract;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Infoscope.Analyzers;

/// <summary>Makes the class public and sealed, where nothing else is missing and nothing stands in the way.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class EstimatorsAndLabelSourcesArePublicSealedClassesFix : RuleFix
{
    private static readonly SyntaxKind[] Replaced = [SyntaxKind.PublicKeyword, SyntaxKind.InternalKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.SealedKeyword];

    /// <summary>Makes the fix.</summary>
    public EstimatorsAndLabelSourcesArePublicSealedClassesFix()
        : base(EstimatorsAndLabelSourcesArePublicSealedClasses.Id, "Make the class public and sealed")
    {
    }

    private protected override (SyntaxNode Replaced, SyntaxNode Replacement)? Fix(SyntaxNode reported, SemanticModel model, CancellationToken cancellation)
    {
        if (reported is not TypeDeclarationSyntax declaration || declaration.Modifiers.Any(SyntaxKind.PartialKeyword) || declaration.Modifiers.Any(SyntaxKind.FileKeyword)) return null;
        if (model.GetDeclaredSymbol(declaration, cancellation) is not { } type || !IsPublic(type.ContainingType)) return null;
        var problems = EstimatorsAndLabelSourcesArePublicSealedClasses.Problems(type, implemented: null);
        if (problems.Any(problem => problem is not (EstimatorsAndLabelSourcesArePublicSealedClasses.NotPublic or EstimatorsAndLabelSourcesArePublicSealedClasses.NotSealed))) return null;
        return problems.Count > 0 && CanBePublic(type) && CanBeSealed(type, model.Compilation) ? (declaration, PublicAndSealed(declaration)) : null;
    }

    private static TypeDeclarationSyntax PublicAndSealed(TypeDeclarationSyntax declaration)
    {
        var first = declaration.Modifiers.Count > 0 ? declaration.Modifiers[0] : declaration.Keyword;
        var kept = declaration.Modifiers.Where(modifier => !Replaced.Contains(modifier.Kind())).Select(modifier => modifier.WithLeadingTrivia());
        var modifiers = SyntaxFactory.TokenList(new[] { Word(SyntaxKind.PublicKeyword).WithLeadingTrivia(first.LeadingTrivia), Word(SyntaxKind.SealedKeyword) }.Concat(kept));
        return declaration.WithKeyword(declaration.Keyword.WithLeadingTrivia()).WithModifiers(modifiers);
    }

    private static SyntaxToken Word(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);

    // A public class may not show what is not public.
    private static bool CanBePublic(INamedTypeSymbol type) => IsPublic(type.BaseType) && type.GetMembers()
        .Where(member => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)
        .SelectMany(Signature)
        .All(IsPublic);

    // A sealed class has no derived ones and opens no member for them.
    private static bool CanBeSealed(INamedTypeSymbol type, Compilation compilation) =>
        !type.GetMembers().Any(member => member.IsVirtual || (!member.IsOverride && !member.IsImplicitlyDeclared && member.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal or Accessibility.ProtectedAndInternal))
        && !SourceTypes.Of(compilation).Any(other => !SymbolEqualityComparer.Default.Equals(other, type) && SourceTypes.IsOrDerivesFrom(other, type));

    private static IEnumerable<ITypeSymbol> Signature(ISymbol member) => member switch
    {
        IMethodSymbol method => method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType),
        IPropertySymbol property => property.Parameters.Select(parameter => parameter.Type).Append(property.Type),
        IFieldSymbol field => [field.Type],
        IEventSymbol raised => [raised.Type],
        INamedTypeSymbol { DelegateInvokeMethod: { } invoked } => Signature(invoked),
        INamedTypeSymbol { BaseType: { } inherited } => [inherited],
        _ => [],
    };

    private static bool IsPublic(ITypeSymbol? type) => type switch
    {
        null or ITypeParameterSymbol or IDynamicTypeSymbol => true,
        IArrayTypeSymbol array => IsPublic(array.ElementType),
        IPointerTypeSymbol pointer => IsPublic(pointer.PointedAtType),
        INamedTypeSymbol named => (named.DeclaredAccessibility is Accessibility.Public or Accessibility.NotApplicable) && IsPublic(named.ContainingType) && named.TypeArguments.All(IsPublic),
        _ => false,
    };
}
