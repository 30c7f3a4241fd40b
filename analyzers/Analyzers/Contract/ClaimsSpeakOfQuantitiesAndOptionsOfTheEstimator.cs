using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers.Contract;

/// <summary>A claim about a quantity that is never given, or under an option that is not there, is never tested, and looks as if it were.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClaimsSpeakOfQuantitiesAndOptionsOfTheEstimator : Rule
{
    internal const string Id = "ISC2007";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Claims speak of quantities and options of the estimator",
        "{0}",
        RuleCategory.Contract,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public ClaimsSpeakOfQuantitiesAndOptionsOfTheEstimator()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract) => new DeclaredClasses(contract).RegisterEstimators(start, (context, estimator) =>
    {
        CheckQuantities(context, estimator);
        CheckOptions(context, estimator);
    });

    private static void CheckQuantities(SymbolAnalysisContext context, EstimatorDeclaration estimator)
    {
        var quantities = estimator.Quantities.ToList();
        if (quantities.Count < Math.Max(estimator.Estimates.Count, 1)) return;
        var all = estimator.Claims.Concat(estimator.Disclaimers).ToList();
        foreach (var one in all)
        {
            if (one.Quantity is { } named)
            {
                if (!quantities.Contains(named))
                    Report(context, one.Attribute.Place("Quantity", context.CancellationToken), $"{one.Law} is spoken of for '{named}', which is no quantity that '{estimator.Class.Type.Name}' declares; it declares {string.Join(", ", quantities)}");
            }
            else if (one.Exactness is not null && !quantities.Any(quantity => LawQuantities.SpeaksOf(one.Law, quantity) || all.Any(other => other.Law == one.Law && other.Quantity == quantity)))
            {
                Report(context, one.Attribute.Place(context.CancellationToken), $"{one.Law} is about {LawQuantities.Words(one.Law)}, which '{estimator.Class.Type.Name}' does not give; say with Quantity what it holds for, or remove the claim");
            }
        }
    }

    private static void CheckOptions(SymbolAnalysisContext context, EstimatorDeclaration estimator)
    {
        if (estimator.Claims.All(claim => claim.When is null) && estimator.VerifyWith.Count == 0) return;
        if (estimator.Options() is not { } options) return;
        foreach (var claim in estimator.Claims)
        {
            if (claim.When is not null && ProblemOf(claim.When, options) is { } problem) Report(context, claim.Attribute.Place("When", context.CancellationToken), $"When {problem}");
        }

        foreach (var attribute in estimator.VerifyWith)
        {
            if (attribute.TryText(0, out var text) && text is not null && ProblemOf(text, options) is { } problem) Report(context, attribute.Place(0, context.CancellationToken), $"VerifyWith {problem}");
        }
    }

    private static string? ProblemOf(string text, IReadOnlyList<OptionDeclaration> options)
    {
        var pairs = OptionText.Pairs(text).ToList();
        if (pairs.Count == 0) return "names no option; write option=value, several joined by commas";
        foreach (var (name, value) in pairs)
        {
            if (value is null || name.Length == 0) return $"has the part '{name}', which is not option=value";
            if (options.FirstOrDefault(option => option.Name == name) is not { } meant)
                return options.Count == 0 ? $"names the option '{name}', and the estimator has no options" : $"names the option '{name}', which the estimator does not have; it has {string.Join(", ", options.Select(option => option.Name))}";
            if (!meant.Admits(value)) return $"sets {name} to '{value}'; allowed is {meant.Allowed()}";
        }

        return pairs.GroupBy(pair => pair.Name).FirstOrDefault(same => same.Count() > 1) is { } twice ? $"names the option '{twice.Key}' twice" : null;
    }

    private static void Report(SymbolAnalysisContext context, Location place, string message) => context.ReportDiagnostic(Diagnostic.Create(Reported, place, message));
}
