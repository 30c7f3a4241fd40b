using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Numerics;

/// <summary>A matrix on a device is memory that no garbage collector sees; until it is disposed it stays there as long as the session.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ComputeMatricesAreDisposed : Rule
{
    internal const string Id = "ISC4004";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Compute matrices are disposed",
        "The matrix of {0} {1}, and stays on the device until the session ends; put it into a local by 'using var'",
        RuleCategory.Numerics,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public ComputeMatricesAreDisposed()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract)
    {
        if (contract.Type("Infoscope.Compute.ComputeSession") is not { } session || contract.Type("Infoscope.Compute.Matrix") is not { } matrix) return;
        var fates = new MatrixFates(session, matrix);
        start.RegisterOperationAction(context => Check(context, fates), OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context, MatrixFates fates)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!fates.IsOperation(call.TargetMethod)) return;
        foreach (var made in fates.MadeBy(call))
        {
            if (fates.LossOf(made) is { } loss) context.ReportDiagnostic(Diagnostic.Create(Reported, made.Syntax.GetLocation(), call.TargetMethod.Name, loss));
        }
    }
}
