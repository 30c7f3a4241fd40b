using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers.Contract;

/// <summary>The contract is all that a plugin shares with the host; the rest of the host is not there when it is loaded, or is there a second time.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class APluginSeesTheContractAlone : Rule
{
    internal const string Id = "ISC2009";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "A plugin sees the contract alone",
        "{0}",
        RuleCategory.Contract,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public APluginSeesTheContractAlone()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract)
    {
        var classes = new DeclaredClasses(contract);
        var option = new EstimatorSymbols(contract).Option;
        var foreign = new ForeignTypes(contract);
        start.RegisterSymbolAction(context => CheckMembers(context, classes, option, foreign), SymbolKind.NamedType);
        if (start.Compilation.SourceModule.ReferencedAssemblySymbols.Any(ForeignTypes.IsOfHost))
            start.RegisterSyntaxNodeAction(context => CheckName(context, classes), SyntaxKind.IdentifierName, SyntaxKind.GenericName);
    }

    private static void CheckName(SyntaxNodeAnalysisContext context, DeclaredClasses classes)
    {
        var name = (SimpleNameSyntax)context.Node;
        if (name.IsVar || name.IsPartOfStructuredTrivia()) return;
        var type = context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol switch
        {
            INamedTypeSymbol named => named,
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.ReducedExtension } method => method.ContainingType,
            _ => null,
        };
        if (type is not null && ForeignTypes.IsOfHost(type.ContainingAssembly) && classes.All.Count > 0)
            context.ReportDiagnostic(Diagnostic.Create(Reported, name.GetLocation(), $"'{type.Name}' is of {type.ContainingAssembly.Name}, which the host keeps to itself; a plugin shares Infoscope.Abstractions with it and nothing else"));
    }

    // What the host reads by reflection.
    private static void CheckMembers(SymbolAnalysisContext context, DeclaredClasses classes, INamedTypeSymbol? option, ForeignTypes foreign)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || !(classes.Of(type).Any() || type.GetMembers().Any(member => member is IPropertySymbol && member.FirstOf(option) is not null))) return;
        foreach (var member in type.GetMembers().Where(member => member is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false }))
        {
            if (Signature(member).Select(foreign.FromPackage).FirstOrDefault(found => found is not null) is { } package)
                context.ReportDiagnostic(Diagnostic.Create(Reported, member.Locations.FirstOrDefault(), $"'{type.Name}.{member.Name}' is public and has '{package.Name}' of {package.ContainingAssembly.Name} in its signature; the host does not know that package, so make the member internal or use a type of .NET or the contract"));
        }
    }

    private static IEnumerable<ITypeSymbol> Signature(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Parameters.Select(parameter => parameter.Type).Append(property.Type),
        IFieldSymbol field => [field.Type],
        IEventSymbol raised => [raised.Type],
        // Accessors are reported as their property or event.
        IMethodSymbol { AssociatedSymbol: null } method => method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType),
        _ => [],
    };
}
