using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Numerics;

/// <summary>Whoever stops a comparison waits for the loop that never looks.</summary>
/// <remarks>Judged when all methods are known, so it is said by a build and not while typing.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LoopsOverRowsLookAtTheCancellationToken : Rule
{
    internal const string Id = "ISC4001";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Loops over rows look at the cancellation token",
        "'{0}.{1}' reaches {2} in '{3}', and nothing that it reaches looks at a CancellationToken; call Cancellation.ThrowIfCancellationRequested() of the EstimationContext there",
        RuleCategory.Numerics,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Makes the rule.</summary>
    public LoopsOverRowsLookAtTheCancellationToken()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract)
    {
        if (contract.Estimation is not { } estimation) return;
        var calls = new CallGraph(start.Compilation.Assembly);
        start.RegisterOperationAction(context => calls.Add(context.ContainingSymbol, context.Operation), CallGraph.Kinds);
        start.RegisterSymbolAction(context => calls.Add((INamedTypeSymbol)context.Symbol), SymbolKind.NamedType);
        var access = contract.Type("Infoscope.RowAccess");
        var keepsRows = false;
        start.RegisterOperationAction(
            context =>
            {
                // Set to true alone, by any thread.
                if (IsOfAllRows(context.Operation, access)) keepsRows = true;
            },
            OperationKind.FieldReference);
        start.RegisterCompilationEndAction(context => Judge(context, calls, estimation, keepsRows));
    }

    private static bool IsOfAllRows(IOperation operation, INamedTypeSymbol? access) =>
        operation is IFieldReferenceOperation { Field: { Name: "AllRows" or "WholeSequences", ContainingType: var type } } && SymbolEqualityComparer.Default.Equals(type, access);

    // At the end of a stream no rows are left to be looped over.
    private static void Judge(CompilationAnalysisContext context, CallGraph calls, INamedTypeSymbol estimation, bool keepsRows)
    {
        foreach (var member in estimation.GetMembers().OfType<IMethodSymbol>().Where(method => method.Name == "Observe" || (keepsRows && method.Name == "Complete")))
        {
            foreach (var method in calls.ImplementationsOf(member))
            {
                if (method.IsAbstract || calls.UnwatchedLoop(method, onlyNested: member.Name == "Complete") is not { } loop) continue;
                var what = member.Name == "Complete" ? "a loop in a loop" : "a loop";
                context.ReportDiagnostic(Diagnostic.Create(Reported, method.Locations[0], method.ContainingType.Name, member.Name, what, $"{loop.ContainingType?.Name}.{loop.Name}"));
            }
        }
    }
}
