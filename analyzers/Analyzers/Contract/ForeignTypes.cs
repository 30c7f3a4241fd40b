using Infoscope.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers.Contract;

/// <summary>Tells types that a plugin shares with the host from those that it does not.</summary>
internal sealed class ForeignTypes
{
    private static readonly HashSet<string> HostNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Infoscope", "Infoscope.Engine", "Infoscope.Compute", "Infoscope.Formats", "Infoscope.Loading", "Infoscope.Conformance", "Infoscope.Host",
    };

    private readonly ContractSymbols contract;
    private readonly string? framework;

    public ForeignTypes(ContractSymbols contract)
    {
        this.contract = contract;
        framework = FolderOf(contract.Compilation.ObjectType.ContainingAssembly);
    }

    /// <summary>Tells whether an assembly is the host's own, and no part of the contract.</summary>
    public static bool IsOfHost(IAssemblySymbol? assembly) => assembly is not null && HostNames.Contains(assembly.Name);

    /// <summary>Gives a type in a type that comes from a package: from neither .NET, the contract, the host nor this compilation; null for none.</summary>
    public INamedTypeSymbol? FromPackage(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => FromPackage(array.ElementType),
        IPointerTypeSymbol pointer => FromPackage(pointer.PointedAtType),
        INamedTypeSymbol named => IsOfPackage(named.ContainingAssembly) ? named : named.TypeArguments.Select(FromPackage).FirstOrDefault(found => found is not null),
        _ => null,
    };

    // What lies in the folder of the core library is .NET; names and keys do not tell, since packages share them.
    private bool IsOfPackage(IAssemblySymbol? assembly) =>
        assembly is not null && !SymbolEqualityComparer.Default.Equals(assembly, contract.Assembly) && !SymbolEqualityComparer.Default.Equals(assembly, contract.Compilation.Assembly)
        && !IsOfHost(assembly)
        && (contract.Compilation.GetMetadataReference(assembly) is CompilationReference || (framework is not null && FolderOf(assembly) is { } folder && folder != framework));

    // A reference to a project of the same solution has no file in an editor.
    private string? FolderOf(IAssemblySymbol? assembly) =>
        assembly is not null && contract.Compilation.GetMetadataReference(assembly) is PortableExecutableReference { FilePath: { Length: > 0 } path } ? Path.GetDirectoryName(path) : null;
}
