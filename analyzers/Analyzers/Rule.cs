using System.Collections.Immutable;
using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers;

/// <summary>A rule for people who write estimators and label sources: one diagnostic, silent where the contract is not referenced.</summary>
/// <remarks>Generated code is passed over. Holds no state, so that one instance serves any number of compilations and threads.</remarks>
public abstract class Rule : DiagnosticAnalyzer
{
    private protected Rule(DiagnosticDescriptor descriptor) => SupportedDiagnostics = [descriptor];

    /// <summary>Gets the one diagnostic of the rule.</summary>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <summary>Gets the one diagnostic of the rule.</summary>
    public DiagnosticDescriptor Descriptor => SupportedDiagnostics[0];

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (ContractSymbols.Of(start.Compilation) is { } contract) Register(start, contract);
        });
    }

    /// <summary>Registers what the rule looks at in one compilation.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext start, ContractSymbols contract);
}
