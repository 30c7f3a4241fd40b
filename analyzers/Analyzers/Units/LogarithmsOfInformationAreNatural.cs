using System.Globalization;
using Infoscope.Analyzers.Operations;
using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Units;

/// <summary>Everything is computed in nats; a logarithm of base 2 among natural ones adds bits to nats, and no type notices.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LogarithmsOfInformationAreNatural : Rule
{
    internal const string Id = "ISC1003";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Logarithms of information are natural",
        "'{0}' has base {1} {2}; take Math.Log, and where bits are meant say Information.FromNats(...).Bits or Information.FromBits(...)",
        RuleCategory.Units,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public LogarithmsOfInformationAreNatural()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract)
    {
        if (contract.Information is { } information) start.RegisterOperationAction(context => Check(context, information), OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context, INamedTypeSymbol information)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Logarithm.Of(call) is not { } logarithm || double.IsNaN(logarithm.Base) || logarithm.IsNatural) return;
        var flow = LogarithmFlow.Of(call, logarithm, information);
        if (flow.BecomesNats) Report("and goes to Information.FromNats");

        // The logarithm of a whole number counts digits.
        else if (flow.BecomesBits || flow.IsNoAmount || !logarithm.Argument.Type.IsFloating()) return;
        else if (flow.IsWeighted) Report("and is weighted as information is");
        else if (NaturalLogarithms.AreTakenIn(context.ContainingSymbol.ContainingType, context)) Report($"among natural logarithms of {context.ContainingSymbol.ContainingType.Name}");

        void Report(string reason) => context.ReportDiagnostic(
            Diagnostic.Create(Reported, call.Syntax.GetLocation(), call.Syntax.InOneLine(), logarithm.Base.ToString(CultureInfo.InvariantCulture), reason));
    }
}
