using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers.Symbols;

/// <summary>The collections of .NET that are plainly there to be changed.</summary>
internal static class MutableTypes
{
    private static readonly HashSet<string> Collections = new(StringComparer.Ordinal)
    {
        "List", "Dictionary", "HashSet", "Queue", "Stack", "SortedDictionary", "SortedList", "SortedSet", "LinkedList", "PriorityQueue", "OrderedDictionary",
        "IList", "IDictionary", "ISet", "ICollection", "ArrayList", "Hashtable", "BitArray",
    };

    /// <summary>Tells whether a variable of this type holds a collection of .NET that some fill once and then only read, of elements that are no such collections themselves.</summary>
    public static bool MayBeATable(ITypeSymbol type) =>
        type is INamedTypeSymbol named && named.ContainingNamespace?.ToDisplayString() is "System.Collections" or "System.Collections.Generic" && Holds(type) && !named.TypeArguments.Any(Holds);

    /// <summary>Tells whether what a variable of this type holds is there to be changed.</summary>
    public static bool Holds(ITypeSymbol type) => type is INamedTypeSymbol && type.ContainingNamespace?.ToDisplayString() switch
    {
        "System.Collections" or "System.Collections.Generic" => Collections.Contains(type.Name),
        "System.Collections.Concurrent" => true,
        "System.Text" => type.Name == "StringBuilder",
        "System.IO" => type.Name == "MemoryStream",
        "System.Runtime.CompilerServices" => type.Name is "ConditionalWeakTable" or "StrongBox",
        _ => false,
    };
}
