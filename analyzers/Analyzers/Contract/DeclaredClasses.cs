using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Infoscope.Analyzers.Contract;

/// <summary>The classes of a compilation that carry [Estimator] or [LabelSource].</summary>
/// <remarks>One for each rule and compilation. All of them are looked up once, and only for a rule that asks.</remarks>
internal sealed class DeclaredClasses
{
    private readonly ContractSymbols contract;
    private readonly INamedTypeSymbol? estimatorAttribute;
    private readonly INamedTypeSymbol? labelSourceAttribute;
    private readonly Lazy<IReadOnlyList<DeclaredClass>> all;

    public DeclaredClasses(ContractSymbols contract)
    {
        this.contract = contract;
        estimatorAttribute = contract.EstimatorAttribute;
        labelSourceAttribute = contract.LabelSourceAttribute;
        all = new(() => [.. SourceTypes.Of(contract.Compilation).SelectMany(Of)]);
    }

    /// <summary>Gets every one of them.</summary>
    public IReadOnlyList<DeclaredClass> All => all.Value;

    /// <summary>Gives what a type is declared to be: nothing, one of the two, or both.</summary>
    public IEnumerable<DeclaredClass> Of(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class) yield break;
        if (type.FirstOf(estimatorAttribute) is { } estimator) yield return new(type, estimator, isEstimator: true);
        if (type.FirstOf(labelSourceAttribute) is { } source) yield return new(type, source, isEstimator: false);
    }

    /// <summary>Looks at every class that is declared to be an estimator or a label source.</summary>
    public void Register(CompilationStartAnalysisContext start, Action<SymbolAnalysisContext, DeclaredClass> check) => start.RegisterSymbolAction(
        context =>
        {
            foreach (var declared in Of((INamedTypeSymbol)context.Symbol)) check(context, declared);
        },
        SymbolKind.NamedType);

    /// <summary>Looks at what every estimator declares.</summary>
    public void RegisterEstimators(CompilationStartAnalysisContext start, Action<SymbolAnalysisContext, EstimatorDeclaration> check)
    {
        var symbols = new EstimatorSymbols(contract);
        Register(start, (context, declared) =>
        {
            if (declared.IsEstimator) check(context, new EstimatorDeclaration(declared, symbols));
        });
    }
}
