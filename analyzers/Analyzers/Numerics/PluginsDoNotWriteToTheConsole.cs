using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Numerics;

/// <summary>Standard output is for results and belongs to the host; a plugin speaks through its log, its notes and its facts.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PluginsDoNotWriteToTheConsole : Rule
{
    internal const string Id = "ISC4005";

    private static readonly DiagnosticDescriptor Reported = new(
        Id,
        "Plugins do not write to the console",
        "{0} speaks to the console, which belongs to the host; use the Log of the EstimationContext, or Notes of the estimates",
        RuleCategory.Numerics,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: RulePage.Of(Id));

    /// <summary>Makes the rule.</summary>
    public PluginsDoNotWriteToTheConsole()
        : base(Reported)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext start, ContractSymbols contract) =>
        start.RegisterOperationAction(Check, OperationKind.Invocation, OperationKind.PropertyReference);

    // By name: looking the type up opens all assemblies of .NET, which takes longer than all rules together.
    private static void Check(OperationAnalysisContext context)
    {
        ISymbol member = context.Operation is IInvocationOperation call ? call.TargetMethod : ((IPropertyReferenceOperation)context.Operation).Property;
        if (member.ContainingType is { Name: "Console", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            context.ReportDiagnostic(Diagnostic.Create(Reported, context.Operation.Syntax.GetLocation(), $"Console.{member.Name}"));
    }
}
