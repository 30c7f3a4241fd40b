using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers.Contract;

/// <summary>Users ask for quantities, and the battery tests by them; an estimator that names none, or one twice, is refused.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AnEstimatorNamesAtLeastOneQuantityEachOnce : Rule
{
    internal const string Id = "ISC2004";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "An estimator names at least one quantity, each once",
        "'{0}' {1}",
        RuleCategory.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public AnEstimatorNamesAtLeastOneQuantityEachOnce()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract) => new DeclaredClasses(contract).RegisterEstimators(start, Check);

    private static void Check(SymbolAnalysisContext context, EstimatorDeclaration estimator)
    {
        var name = estimator.Class.Type.Name;
        if (estimator.Estimates.Count == 0)
            context.ReportDiagnostic(Diagnostic.Create(Reported, estimator.Class.Place, name, "names no quantity; add [Estimates(\"...\")] for each quantity that it gives"));

        var seen = new HashSet<string>();
        foreach (var attribute in estimator.Estimates)
        {
            if (attribute.TryText(0, out var quantity) && quantity is not null && !seen.Add(quantity))
                context.ReportDiagnostic(Diagnostic.Create(Reported, attribute.Place(context.CancellationToken), name, $"names the quantity '{quantity}' twice; once is enough"));
        }
    }
}
