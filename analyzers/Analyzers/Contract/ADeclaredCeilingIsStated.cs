using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Contract;

/// <summary>The law DeclaredCeiling compares an estimate with what it states; where nothing is ever stated, it holds of nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ADeclaredCeilingIsStated : Rule
{
    internal const string Id = "ISC2008";

    private const string Law = "DeclaredCeiling";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "A declared ceiling is stated",
        "'{0}' claims DeclaredCeiling, but nothing here sets Ceiling or Floor of an Estimate; set them where they are known, or remove the claim",
        RuleCategory.Contract,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id),
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>Makes the rule.</summary>
    public ADeclaredCeilingIsStated()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract)
    {
        if (contract.Type("Infoscope.Estimate") is not { } estimate || SharesEstimates(contract)) return;
        var classes = new DeclaredClasses(contract);
        var symbols = new EstimatorSymbols(contract);
        var isStated = 0;
        start.RegisterOperationAction(
            context =>
            {
                if (Volatile.Read(ref isStated) == 0 && States((ISimpleAssignmentOperation)context.Operation, estimate)) Volatile.Write(ref isStated, 1);
            },
            OperationKind.SimpleAssignment);
        start.RegisterCompilationEndAction(context =>
        {
            if (Volatile.Read(ref isStated) != 0) return;
            foreach (var estimator in classes.All.Where(declared => declared.IsEstimator).Select(declared => new EstimatorDeclaration(declared, symbols)))
            {
                if (estimator.Claims.FirstOrDefault(claim => claim.Law == Law) is { } claim)
                    context.ReportDiagnostic(Diagnostic.Create(Reported, claim.Attribute.Place(context.CancellationToken), estimator.Class.Type.Name));
            }
        });
    }

    private static bool States(ISimpleAssignmentOperation assignment, INamedTypeSymbol estimate) =>
        assignment.Target is IPropertyReferenceOperation { Property: { Name: "Ceiling" or "Floor" } property }
        && SymbolEqualityComparer.Default.Equals(property.ContainingType, estimate)
        && !IsNothing(assignment.Value);

    private static bool IsNothing(IOperation value)
    {
        while (value is IConversionOperation conversion) value = conversion.Operand;
        return value is IDefaultValueOperation || value.ConstantValue is { HasValue: true, Value: null };
    }

    // A library beside the plugin that knows the contract may make the estimates.
    private static bool SharesEstimates(ContractSymbols contract) => contract.Compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly =>
        !ForeignTypes.IsOfHost(assembly) && assembly.Modules.Any(module => module.ReferencedAssemblySymbols.Contains(contract.Assembly, SymbolEqualityComparer.Default)));
}
