using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers.Contract;

/// <summary>The battery tests one standing of a law, quantity and configuration; of two that say different things it would take one in silence.</summary>
/// <remarks>
/// What names the quantity goes before what does not, then what has a condition that is met, then a claim before a disclaimer; so a claim under a condition, or of
/// one quantity, may stand beside a disclaimer of the rest.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClaimsDoNotContradictEachOther : Rule
{
    internal const string Id = "ISC2006";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Claims do not contradict each other",
        "{0}",
        RuleCategory.Contract,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public ClaimsDoNotContradictEachOther()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract) => new DeclaredClasses(contract).RegisterEstimators(start, (context, estimator) =>
    {
        CheckClaims(context, estimator);
        CheckDisclaimers(context, estimator);
    });

    private static void CheckClaims(SymbolAnalysisContext context, EstimatorDeclaration estimator)
    {
        foreach (var same in estimator.Claims.GroupBy(claim => (claim.Law, claim.Quantity, When: OptionText.Normalized(claim.When))))
        {
            var first = same.First();
            foreach (var again in same.Skip(1))
            {
                var condition = again.When is null ? "" : $" when {again.When}";
                Report(context, again.Attribute.Place(context.CancellationToken), again.Exactness == first.Exactness
                    ? $"{again.Subject} is claimed twice{condition}; once is enough"
                    : $"{again.Subject} is claimed twice{condition}, as {first.Exactness} and as {again.Exactness}; keep the one that holds");
            }
        }
    }

    private static void CheckDisclaimers(SymbolAnalysisContext context, EstimatorDeclaration estimator)
    {
        foreach (var disclaimer in estimator.Disclaimers)
        {
            var place = disclaimer.Attribute.Place(context.CancellationToken);
            if (LawQuantities.IsOwed(disclaimer.Law)) Report(context, place, $"{disclaimer.Law} is disclaimed, but every estimator owes it");
            else if (estimator.Claims.Any(claim => claim.Law == disclaimer.Law && claim.Quantity == disclaimer.Quantity && claim.When is null))
                Report(context, place, $"{disclaimer.Subject} is both claimed and disclaimed; keep the one that holds, or say with When or Quantity where the claim does");
            if (disclaimer.Attribute.TryText("Because", out var reason) && string.IsNullOrWhiteSpace(reason))
                Report(context, disclaimer.Attribute.Place("Because", context.CancellationToken), $"{disclaimer.Subject} is disclaimed without a reason; say in one sentence why it does not hold");
        }
    }

    private static void Report(SymbolAnalysisContext context, Location place, string message) => context.ReportDiagnostic(Diagnostic.Create(Reported, place, message));
}
