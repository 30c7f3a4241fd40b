using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers.Contract;

/// <summary>What a listing shows, and what a reader of a result cites, is all that a user knows of a plugin.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AnEstimatorGivesItsCitationAndASummary : Rule
{
    internal const string Id = "ISC2005";

    private const string Summary = "Summary";
    private const string Citation = "Citation";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "An estimator gives its citation and a summary",
        "'{0}' has no {1}; {2}",
        RuleCategory.Contract,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public AnEstimatorGivesItsCitationAndASummary()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract) => new DeclaredClasses(contract).Register(start, (context, declared) =>
    {
        // The compiler itself asks for a citation; it may still be empty.
        if (IsEmpty(declared.Attribute, Summary, whenMissing: true)) Report(context, declared, Summary, "say in one sentence what it gives, which is what a listing shows");
        if (declared.IsEstimator && IsEmpty(declared.Attribute, Citation, whenMissing: false)) Report(context, declared, Citation, "name the paper that it follows, or say that there is none");
    });

    private static bool IsEmpty(AttributeData attribute, string property, bool whenMissing) =>
        attribute.Sets(property) is null ? whenMissing : attribute.TryText(property, out var text) && string.IsNullOrWhiteSpace(text);

    private static void Report(SymbolAnalysisContext context, DeclaredClass declared, string property, string remedy) =>
        context.ReportDiagnostic(Diagnostic.Create(Reported, declared.Attribute.Place(property, context.CancellationToken), declared.Type.Name, property, remedy));
}
