using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers.Contract;

/// <summary>The host finds classes by their attribute alone; without it an estimator is dead code, and nothing says so.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EstimatorsAndLabelSourcesCarryTheirAttribute : Rule
{
    internal const string Id = "ISC2002";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Estimators and label sources carry their attribute",
        "'{0}' implements {1} without [{2}], so no host finds it, and nothing here uses it; give it {3}",
        RuleCategory.Contract,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public EstimatorsAndLabelSourcesCarryTheirAttribute()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract) => start.RegisterSymbolAction(
        context =>
        {
            var type = (INamedTypeSymbol)context.Symbol;
            if (type.TypeKind != TypeKind.Class || type.IsAbstract || type.AllInterfaces.IsEmpty) return;
            Check(context, type, contract.Estimator, contract.EstimatorAttribute, "Estimator", "[Estimator(\"...\", Summary = \"...\", Citation = \"...\")] and [Estimates(\"...\")] for each quantity");
            Check(context, type, contract.LabelSource, contract.LabelSourceAttribute, "LabelSource", "[LabelSource(\"...\", Summary = \"...\")]");
        },
        SymbolKind.NamedType);

    private static void Check(SymbolAnalysisContext context, INamedTypeSymbol type, INamedTypeSymbol? implemented, INamedTypeSymbol? attribute, string name, string remedy)
    {
        if (implemented is null || attribute is null || !type.AllInterfaces.Contains(implemented, SymbolEqualityComparer.Default) || type.FirstOf(attribute) is not null) return;
        if (!CouldBeLoaded(type) || IsUsed(type, context.Compilation, context.CancellationToken)) return;
        context.ReportDiagnostic(Diagnostic.Create(Reported, type.Locations.FirstOrDefault(), type.Name, implemented.Name, name, remedy));
    }

    // Helpers are private, generic, or made with arguments.
    private static bool CouldBeLoaded(INamedTypeSymbol type)
    {
        for (var one = type; one is not null; one = one.ContainingType)
        {
            if (one.TypeParameters.Length > 0 || one.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Internal)) return false;
        }

        return type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public);
    }

    // By name, as base class, part or argument: wherever else it is written. Only a class that would be reported is looked for.
    private static bool IsUsed(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var own = type.DeclaringSyntaxReferences.Where(reference => reference.SyntaxTree == tree).Select(reference => reference.Span).ToList();
            foreach (var token in tree.GetRoot(cancellation).DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == type.Name && !own.Any(span => span.Contains(token.Span))) return true;
            }
        }

        return false;
    }
}
