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
        if (contract.Information is { } information) start.RegisterSymbolStartAction(type => new OneType((INamedTypeSymbol)type.Symbol, information).Register(type), SymbolKind.NamedType);
    }

    // Whether a type takes natural logarithms is known only at its end.
    private sealed class OneType(INamedTypeSymbol type, INamedTypeSymbol information)
    {
        private readonly List<(IInvocationOperation Call, double Base)> besideNatural = [];
        private bool hasNatural;

        public void Register(SymbolStartAnalysisContext start)
        {
            start.RegisterOperationAction(Check, OperationKind.Invocation);
            start.RegisterSymbolEndAction(end =>
            {
                if (!hasNatural) return;
                foreach (var (call, @base) in besideNatural) end.ReportDiagnostic(DiagnosticOf(call, @base, $"among natural logarithms of {type.Name}"));
            });
        }

        private static Diagnostic DiagnosticOf(IInvocationOperation call, double @base, string reason) =>
            Diagnostic.Create(Reported, call.Syntax.GetLocation(), call.Syntax.InOneLine(), @base.ToString(System.Globalization.CultureInfo.InvariantCulture), reason);

        private void Check(OperationAnalysisContext context)
        {
            var call = (IInvocationOperation)context.Operation;
            if (Logarithm.Of(call) is not { } logarithm || double.IsNaN(logarithm.Base) || !SymbolEqualityComparer.Default.Equals(context.ContainingSymbol.ContainingType, type)) return;
            if (logarithm.IsNatural)
            {
                hasNatural = true;
                return;
            }

            var flow = LogarithmFlow.Of(call, logarithm, information);
            if (flow.BecomesNats)
            {
                context.ReportDiagnostic(DiagnosticOf(call, logarithm.Base, "and goes to Information.FromNats"));
                return;
            }

            // The logarithm of a whole number counts digits.
            if (flow.BecomesBits || flow.IsNoAmount || !logarithm.Argument.Type.IsFloating()) return;
            if (flow.IsWeighted) context.ReportDiagnostic(DiagnosticOf(call, logarithm.Base, "and is weighted as information is"));
            else
            {
                lock (besideNatural) besideNatural.Add((call, logarithm.Base));
            }
        }
    }
}
