using System.Composition;
using Infoscope.Analyzers.Reproducibility;
using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Infoscope.Analyzers;

/// <summary>Makes a private static field readonly, where nothing but its initializer and the static constructor writes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class StaticStateDoesNotChangeFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public StaticStateDoesNotChangeFix()
        : base(StaticStateDoesNotChange.Id, "Make the field readonly")
    {
    }

    private protected override (SyntaxNode Replaced, SyntaxNode Replacement)? Fix(SyntaxNode reported, SemanticModel model, CancellationToken cancellation)
    {
        // Without a value it would be its type's default for ever.
        if (reported is not VariableDeclaratorSyntax { Initializer: not null, Parent.Parent: FieldDeclarationSyntax { Declaration.Variables.Count: 1, Modifiers: var modifiers } declaration }
            || model.GetDeclaredSymbol(reported, cancellation) is not IFieldSymbol { DeclaredAccessibility: Accessibility.Private, IsReadOnly: false, IsVolatile: false } field
            || field.GetAttributes().Length > 0
            || MutableTypes.Holds(field.Type)
            || !IsTheSameWhenCopied(field.Type)
            || field.ContainingType.DeclaringSyntaxReferences.Any(part => IsWrittenIn(part.GetSyntax(cancellation), field, model.Compilation, cancellation)))
        {
            return null;
        }

        var keyword = SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        return (declaration, declaration.WithModifiers(modifiers.Add(keyword)));
    }

    // A readonly field of a struct that changes itself is changed in a copy.
    private static bool IsTheSameWhenCopied(ITypeSymbol type) =>
        type.IsReferenceType ? type.Name is not ("ThreadLocal" or "AsyncLocal") : type.IsReadOnly || type.TypeKind == TypeKind.Enum || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double;

    private static bool IsWrittenIn(SyntaxNode part, IFieldSymbol field, Compilation compilation, CancellationToken cancellation)
    {
        var model = compilation.GetSemanticModel(part.SyntaxTree);
        return part.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == field.Name
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellation).Symbol, field)
            && IsWritten(name)
            && !IsInTheStaticConstructorOf(field, name, model, cancellation));
    }

    private static bool IsWritten(ExpressionSyntax name)
    {
        while (name.Parent is MemberAccessExpressionSyntax access && access.Name == name || name.Parent is ParenthesizedExpressionSyntax) name = (ExpressionSyntax)name.Parent;
        return name.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == name,
            { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression or (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression or (int)SyntaxKind.AddressOfExpression } => true,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0 || argument.Parent is TupleExpressionSyntax,
            RefExpressionSyntax => true,
            _ => false,
        };
    }

    private static bool IsInTheStaticConstructorOf(IFieldSymbol field, SyntaxNode name, SemanticModel model, CancellationToken cancellation) =>
        name.FirstAncestorOrSelf<SyntaxNode>(node => node is BaseMethodDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax) is ConstructorDeclarationSyntax constructor
        && model.GetDeclaredSymbol(constructor, cancellation) is { IsStatic: true } method
        && SymbolEqualityComparer.Default.Equals(method.ContainingType, field.ContainingType);
}
