using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers.Symbols;

/// <summary>The types of the contract that rules speak of, looked up once for each rule and compilation.</summary>
internal sealed class ContractSymbols
{
    private const string ContractAssembly = "Infoscope.Abstractions";

    private ContractSymbols(Compilation compilation, IAssemblySymbol contract)
    {
        Compilation = compilation;
        Assembly = contract;
    }

    /// <summary>Gets the compilation.</summary>
    public Compilation Compilation { get; }

    /// <summary>Gets the assembly of the contract.</summary>
    public IAssemblySymbol Assembly { get; }

    public INamedTypeSymbol? Information => Type("Infoscope.Information");

    public INamedTypeSymbol? Amount => Type("Infoscope.Amount");

    public INamedTypeSymbol? Estimator => Type("Infoscope.IEstimator");

    public INamedTypeSymbol? Estimation => Type("Infoscope.IEstimation");

    public INamedTypeSymbol? LabelSource => Type("Infoscope.ILabelSource");

    public INamedTypeSymbol? EstimatorAttribute => Type("Infoscope.EstimatorAttribute");

    public INamedTypeSymbol? LabelSourceAttribute => Type("Infoscope.LabelSourceAttribute");

    /// <summary>Gives a type of the contract; null where this version of it has none of that name.</summary>
    public INamedTypeSymbol? Type(string fullName) => Assembly.GetTypeByMetadataName(fullName);

    /// <summary>Gives the symbols of a compilation; null when it does not reference the contract.</summary>
    public static ContractSymbols? Of(Compilation compilation)
    {
        foreach (var reference in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (reference.Name == ContractAssembly) return new(compilation, reference);
        }

        return null;
    }
}
