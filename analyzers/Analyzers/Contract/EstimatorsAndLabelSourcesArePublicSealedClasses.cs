using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers.Contract;

/// <summary>The host makes one instance without arguments and loads nothing else; a class that it cannot make is refused.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EstimatorsAndLabelSourcesArePublicSealedClasses : Rule
{
    internal const string Id = "ISC2001";

    internal const string NotPublic = "is not public";
    internal const string NotSealed = "is not sealed";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Estimators and label sources are public sealed classes",
        "'{0}' {1}; {2} is a public sealed class with a public constructor without arguments that implements {3}",
        RuleCategory.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public EstimatorsAndLabelSourcesArePublicSealedClasses()
        : base(Reported)
    {
    }

    /// <summary>Gives what is wrong with a class, each part to be read after its name.</summary>
    internal static IReadOnlyList<string> Problems(INamedTypeSymbol type, INamedTypeSymbol? implemented)
    {
        var problems = new List<string>();
        if (!IsPublic(type)) problems.Add(NotPublic);
        if (type.IsAbstract || type.IsStatic) problems.Add("is abstract or static");
        else if (!type.IsSealed) problems.Add(NotSealed);
        if (HasTypeParameters(type)) problems.Add("has type parameters");
        if (!type.IsAbstract && !type.IsStatic && !type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility == Accessibility.Public))
            problems.Add("has no public constructor without arguments");
        if (implemented is not null && !MayImplement(type, implemented)) problems.Add($"does not implement {implemented.Name}");
        return problems;
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract)
    {
        new DeclaredClasses(contract).Register(start, (context, declared) =>
        {
            var implemented = declared.IsEstimator ? contract.Estimator : contract.LabelSource;
            var problems = Problems(declared.Type, implemented);
            if (problems.Count > 0)
                context.ReportDiagnostic(Diagnostic.Create(Reported, declared.Place, declared.Type.Name, string.Join(" and ", problems), declared.NounWithArticle, implemented?.Name));
        });
    }

    private static bool IsPublic(INamedTypeSymbol type)
    {
        for (var one = type; one is not null; one = one.ContainingType)
        {
            if (one.DeclaredAccessibility != Accessibility.Public) return false;
        }

        return true;
    }

    private static bool HasTypeParameters(INamedTypeSymbol type)
    {
        for (var one = type; one is not null; one = one.ContainingType)
        {
            if (one.TypeParameters.Length > 0) return true;
        }

        return false;
    }

    // What does not compile yet may be about to.
    private static bool MayImplement(INamedTypeSymbol type, INamedTypeSymbol implemented)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (one.TypeKind == TypeKind.Error) return true;
        }

        return type.AllInterfaces.Any(one => one.TypeKind == TypeKind.Error || SymbolEqualityComparer.Default.Equals(one, implemented));
    }
}
