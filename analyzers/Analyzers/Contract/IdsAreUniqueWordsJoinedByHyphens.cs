using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers.Contract;

/// <summary>Ids are typed on a command line and stand in results; the host refuses one of another shape, and the second class of an id.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IdsAreUniqueWordsJoinedByHyphens : Rule
{
    internal const string Id = "ISC2003";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Ids are unique words joined by hyphens",
        "{0}",
        RuleCategory.Contract,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public IdsAreUniqueWordsJoinedByHyphens()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract)
    {
        var classes = new DeclaredClasses(contract);
        var estimates = new EstimatorSymbols(contract).Estimates;
        var owners = new Lazy<ILookup<(bool IsEstimator, string? Id), DeclaredClass>>(() => classes.All.ToLookup(declared => (declared.IsEstimator, IdOf(declared.Attribute))));
        classes.Register(start, (context, declared) =>
        {
            CheckWords(context, declared.Attribute, declared.Noun);
            if (IdOf(declared.Attribute) is { } id && owners.Value[(declared.IsEstimator, id)].FirstOrDefault(other => !SymbolEqualityComparer.Default.Equals(other.Type, declared.Type)) is { } twin)
                Report(context, declared.Attribute, $"'{declared.Type.Name}' gives the {declared.Noun} '{id}', which '{twin.Type.Name}' gives as well; the host uses one of them, so rename or remove the other");
            if (!declared.IsEstimator) return;
            foreach (var quantity in declared.Type.AllOf(estimates)) CheckWords(context, quantity, "quantity");
        });
    }

    private static string? IdOf(AttributeData attribute) => attribute.TryText(0, out var id) && ContractNames.IsId(id) ? id : null;

    private static void CheckWords(SymbolAnalysisContext context, AttributeData attribute, string noun)
    {
        if (attribute.TryText(0, out var id) && !ContractNames.IsId(id))
            Report(context, attribute, $"the {noun} has the id '{id}'; an id has at least two characters and is of lower-case letters and digits in words joined by hyphens, such as soft-entropy");
    }

    private static void Report(SymbolAnalysisContext context, AttributeData attribute, string message) =>
        context.ReportDiagnostic(Diagnostic.Create(Reported, attribute.Place(0, context.CancellationToken), message));
}
