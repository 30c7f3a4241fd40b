using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Reproducibility;

/// <summary>The folds of a run work side by side in one process; what they share through a static member depends on which of them came first.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaticStateDoesNotChange : Rule
{
    internal const string Id = "ISC3001";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Static state does not change",
        "'{0}' {1}; every fold, run and thread of the process shares it, so keep it in the estimation or make it unchangeable",
        RuleCategory.Reproducibility,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public StaticStateDoesNotChange()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract)
    {
        start.RegisterSymbolAction(CheckMember, SymbolKind.Field, SymbolKind.Property, SymbolKind.Event);
        start.RegisterOperationAction(CheckElement, OperationKind.ArrayElementReference);
        start.RegisterOperationAction(CheckTable, OperationKind.FieldReference, OperationKind.PropertyReference);
    }

    private static void CheckMember(SymbolAnalysisContext context)
    {
        if (context.Symbol is { IsStatic: true, IsImplicitlyDeclared: false } member && !IsOwnTable(member) && ReasonOf(member) is { } reason)
            context.ReportDiagnostic(Diagnostic.Create(Reported, member.Locations[0], member.Name, reason));
    }

    private static string? ReasonOf(ISymbol member) => member switch
    {
        IFieldSymbol { IsConst: false } field => IsPerThread(field) ? "is kept for each thread" : !field.IsReadOnly ? "can be assigned" : ReasonOf(field.Type),
        IPropertySymbol property when IsStored(property) => property.SetMethod is not null ? "can be assigned" : ReasonOf(property.Type),
        IEventSymbol { AddMethod.IsImplicitlyDeclared: true } => "can be subscribed to",
        _ => null,
    };

    private static string? ReasonOf(ITypeSymbol type) => MutableTypes.Holds(type) ? $"is a {type.Name}, which can be changed" : null;

    // A collection that one type alone sees is a table until that type changes it or hands it on.
    private static bool IsOwnTable(ISymbol member) => member.DeclaredAccessibility == Accessibility.Private && member switch
    {
        IFieldSymbol { IsReadOnly: true, AssociatedSymbol: null } field => !IsPerThread(field) && MutableTypes.MayBeATable(field.Type),
        IPropertySymbol { SetMethod: null } property => IsStored(property) && MutableTypes.MayBeATable(property.Type),
        _ => false,
    };

    private static void CheckTable(OperationAnalysisContext context)
    {
        var use = (IMemberReferenceOperation)context.Operation;
        if (use.Member.IsStatic && IsOwnTable(use.Member) && !IsInStaticConstructor(context) && !TableUses.AreReads(use))
            context.ReportDiagnostic(Diagnostic.Create(Reported, use.Syntax.GetLocation(), use.Member.Name, $"is a {use.Type?.Name} that is changed or handed on here"));
    }

    // A body of its own stores nothing, and the field behind it is judged itself.
    private static bool IsStored(ISymbol member) =>
        !member.IsAbstract && member.ContainingType.GetMembers().Any(one => one is IFieldSymbol { AssociatedSymbol: { } of } && SymbolEqualityComparer.Default.Equals(of, member));

    private static bool IsPerThread(IFieldSymbol field) =>
        (field.Type.Name is "ThreadLocal" or "AsyncLocal" && field.Type.ContainingNamespace?.ToDisplayString() == "System.Threading")
        || field.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ThreadStaticAttribute", ContainingNamespace.Name: "System" });

    // A static array is a table until somebody writes into it.
    private static void CheckElement(OperationAnalysisContext context)
    {
        var element = (IArrayElementReferenceOperation)context.Operation;
        var of = element.ArrayReference;
        while (of is IArrayElementReferenceOperation outer) of = outer.ArrayReference;
        if (of is not IMemberReferenceOperation { Member: { IsStatic: true } array } || !IsKept(array) || !IsWritten(element) || IsInStaticConstructor(context)) return;
        context.ReportDiagnostic(Diagnostic.Create(Reported, element.Syntax.GetLocation(), array.Name, "has an element written here"));
    }

    // One that can be assigned is reported where it is declared; a property with a body may give a new array each time.
    private static bool IsKept(ISymbol array) => array is IFieldSymbol { IsReadOnly: true } or IPropertySymbol { IsReadOnly: true } && (array is IFieldSymbol || IsStored(array));

    private static bool IsWritten(IArrayElementReferenceOperation element) => element.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == element,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        _ => false,
    };

    private static bool IsInStaticConstructor(OperationAnalysisContext context) => context.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.StaticConstructor };
}
