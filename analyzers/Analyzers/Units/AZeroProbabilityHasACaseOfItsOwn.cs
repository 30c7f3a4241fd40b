using Infoscope.Analyzers.Operations;
using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Units;

/// <summary>0 ln 0 is 0 in every formula and no number in floating point; one empty bin makes the whole entropy no number.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AZeroProbabilityHasACaseOfItsOwn : Rule
{
    internal const string Id = "ISC1004";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "A zero probability has a case of its own",
        "'{0}' is NaN where {1} is 0, and so is every sum with it; leave such a term out, or take 0 for it where {1} == 0",
        RuleCategory.Units,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public AZeroProbabilityHasACaseOfItsOwn()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract) =>
        start.RegisterOperationAction(Check, OperationKind.Invocation);

    private static void Check(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Logarithm.Of(call) is not { } logarithm || WeightedLogarithm.Of(call, logarithm) is not { } term || ZeroGuards.Protect(term.Weight)) return;
        context.ReportDiagnostic(Diagnostic.Create(Reported, term.Product.Syntax.GetLocation(), term.Product.Syntax.InOneLine(), term.Weight.Syntax.InOneLine()));
    }
}
