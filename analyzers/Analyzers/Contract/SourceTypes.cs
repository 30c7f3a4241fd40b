using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers.Contract;

/// <summary>The types that a compilation declares.</summary>
internal static class SourceTypes
{
    /// <summary>Gives all of them, nested ones included.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(Compilation compilation) => Of(compilation.Assembly.GlobalNamespace);

    /// <summary>Tells whether a type is another or derives from it.</summary>
    public static bool IsOrDerivesFrom(INamedTypeSymbol type, INamedTypeSymbol other)
    {
        for (var one = type; one is not null; one = one.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition)) return true;
        }

        return false;
    }

    private static IEnumerable<INamedTypeSymbol> Of(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is not INamespaceOrTypeSymbol inner) continue;
            if (inner is INamedTypeSymbol type) yield return type;
            foreach (var nested in Of(inner)) yield return nested;
        }
    }
}
