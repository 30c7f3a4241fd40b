using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers.Contract;

/// <summary>The attributes by which an estimator says what it does.</summary>
internal sealed class EstimatorSymbols(ContractSymbols contract)
{
    public INamedTypeSymbol? Estimates { get; } = contract.Type("Infoscope.EstimatesAttribute");

    public INamedTypeSymbol? Claims { get; } = contract.Type("Infoscope.ClaimsAttribute");

    public INamedTypeSymbol? DoesNotClaim { get; } = contract.Type("Infoscope.DoesNotClaimAttribute");

    public INamedTypeSymbol? VerifyWith { get; } = contract.Type("Infoscope.VerifyWithAttribute");

    public INamedTypeSymbol? Option { get; } = contract.Type("Infoscope.OptionAttribute");
}
