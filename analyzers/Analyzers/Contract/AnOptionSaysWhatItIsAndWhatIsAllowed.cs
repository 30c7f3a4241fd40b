using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers.Contract;

/// <summary>What an option says of itself is what a user sees, and the range is what the host checks before the estimator runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AnOptionSaysWhatItIsAndWhatIsAllowed : Rule
{
    internal const string Id = "ISC2010";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "An option says what it is and what is allowed",
        "The option '{0}' {1}",
        RuleCategory.Contract,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public AnOptionSaysWhatItIsAndWhatIsAllowed()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract)
    {
        var optionAttribute = new EstimatorSymbols(contract).Option;
        start.RegisterSymbolAction(
            context =>
            {
                var property = (IPropertySymbol)context.Symbol;
                if (property.FirstOf(optionAttribute) is { } attribute) Check(context, new OptionDeclaration(property, attribute));
            },
            SymbolKind.Property);
    }

    private static void Check(SymbolAnalysisContext context, OptionDeclaration option)
    {
        var attribute = option.Attribute;
        if (attribute.TryText(0, out var summary) && string.IsNullOrWhiteSpace(summary))
            Report(context, option, attribute.Place(0, context.CancellationToken), "does not say what it is; say it in one sentence");
        if (attribute.Sets("Allowed") is not null && !(attribute.TryText("Allowed", out var words) && string.IsNullOrWhiteSpace(words))) return;
        if (option.IsNumber && attribute.Sets("Minimum") is null && attribute.Sets("Maximum") is null)
            Report(context, option, attribute.Place(context.CancellationToken), "does not say which numbers are allowed; set Minimum, Maximum or both, or Allowed = \"any number\" where any is");
        if (option.Type.SpecialType == SpecialType.System_String)
            Report(context, option, attribute.Place(context.CancellationToken), "does not say which texts are allowed; set Allowed to what they are in words");
    }

    private static void Report(SymbolAnalysisContext context, OptionDeclaration option, Location place, string problem) =>
        context.ReportDiagnostic(Diagnostic.Create(Reported, place, option.Name, problem));
}
