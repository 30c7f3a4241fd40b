using System.Collections.Immutable;
using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers.Units;

/// <summary>A number that others read says its unit by its type: Information, which holds nats and gives either unit.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InformationDoesNotCrossAPublicMemberAsADouble : Rule
{
    internal const string Id = "ISC1001";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Information does not cross a public member as a double",
        "'{0}' is information for others to read and of type {1}, which has no unit; make it Information, or internal",
        RuleCategory.Units,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public InformationDoesNotCrossAPublicMemberAsADouble()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract)
    {
        var option = contract.Type("Infoscope.OptionAttribute");
        start.RegisterSymbolAction(context => Check(context, option), SymbolKind.Method, SymbolKind.Property, SymbolKind.Field);
    }

    private static void Check(SymbolAnalysisContext context, INamedTypeSymbol? option)
    {
        var member = context.Symbol;
        if (member.IsImplicitlyDeclared || !IsForOthers(member)) return;
        switch (member)
        {
            case IFieldSymbol field:
                if (BareNumbers.CarryInformation(field.Name, field.Type)) Report(context, field, field.Type);
                break;
            case IPropertySymbol property:
                if (BareNumbers.CarryInformation(property.Name, property.Type) && !IsOption(property, option) && !IsDecidedElsewhere(property)) Report(context, property, property.Type);
                Check(context, property.Parameters);
                break;
            case IMethodSymbol { AssociatedSymbol: null } method:
                if (BareNumbers.CarryInformation(method.Name, method.ReturnType) && !IsDecidedElsewhere(method)) Report(context, method, method.ReturnType);
                Check(context, method.Parameters);
                break;
        }
    }

    private static void Check(SymbolAnalysisContext context, ImmutableArray<IParameterSymbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (BareNumbers.CarryInformation(parameter.Name, parameter.Type) && !IsAlsoAProperty(parameter) && !IsDecidedElsewhere(context.Symbol)) Report(context, parameter, parameter.Type);
        }
    }

    private static void Report(SymbolAnalysisContext context, ISymbol symbol, ITypeSymbol type)
    {
        if (symbol.Locations.Length > 0) context.ReportDiagnostic(Diagnostic.Create(Reported, symbol.Locations[0], symbol.Name, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
    }

    private static bool IsForOthers(ISymbol member)
    {
        for (var one = member; one is not null and not INamespaceSymbol; one = one.ContainingSymbol)
        {
            if (one.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)) return false;
        }

        return true;
    }

    // Options are numbers by design: a user types them, and their summary says the unit.
    private static bool IsOption(IPropertySymbol property, INamedTypeSymbol? option)
    {
        foreach (var attribute in property.GetAttributes())
        {
            if (option is not null && SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, option)) return true;
        }

        return false;
    }

    // The signature belongs to what is overridden or implemented: to others, or to a member that is reported itself.
    private static bool IsDecidedElsewhere(ISymbol member)
    {
        if (member.IsOverride) return true;
        if (member.ContainingType is not { } type || type.TypeKind == TypeKind.Interface) return false;
        foreach (var contract in type.AllInterfaces)
        {
            foreach (var declared in contract.GetMembers(member.Name))
            {
                if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared), member)
                    && (IsForOthers(declared) || !SymbolEqualityComparer.Default.Equals(declared.ContainingAssembly, member.ContainingAssembly))) return true;
            }
        }

        return false;
    }

    // A positional parameter of a record declares a property of the same name, which is reported.
    private static bool IsAlsoAProperty(IParameterSymbol parameter)
    {
        if (parameter.ContainingType is not { IsRecord: true } record || parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor }) return false;
        foreach (var member in record.GetMembers(parameter.Name))
        {
            if (member is IPropertySymbol && member.Locations.Length > 0 && parameter.Locations.Length > 0 && member.Locations[0].Equals(parameter.Locations[0])) return true;
        }

        return false;
    }
}
