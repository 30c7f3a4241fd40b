using Infoscope.Analyzers.Operations;
using Microsoft.CodeAnalysis;

namespace Infoscope.Analyzers.Units;

/// <summary>Types that carry a number without its unit: double and float, alone, that may be missing, in arrays, collections and tuples.</summary>
internal static class BareNumbers
{
    private const int Deepest = 8;

    private static readonly string[] Carriers = ["Span", "ReadOnlySpan", "Memory", "ReadOnlyMemory", "Task", "ValueTask", "Lazy", "KeyValuePair"];

    /// <summary>Tells whether a name, or that of an element of a tuple, says information and the type beside it is a bare number.</summary>
    public static bool CarryInformation(string name, ITypeSymbol type) => Carries(type, Words.SayInformation(name), 0);

    private static bool Carries(ITypeSymbol type, bool isNamed, int depth) => depth < Deepest && type switch
    {
        { SpecialType: SpecialType.System_Double or SpecialType.System_Single } => isNamed,
        IArrayTypeSymbol array => Carries(array.ElementType, isNamed, depth + 1),
        INamedTypeSymbol { IsTupleType: true } tuple => TupleCarries(tuple, isNamed, depth),
        INamedTypeSymbol { IsGenericType: true } generic when generic.IsFloating() => isNamed,
        INamedTypeSymbol { IsGenericType: true } generic when IsCarrier(generic) => Carries(generic.TypeArguments[generic.TypeArguments.Length - 1], isNamed, depth + 1),
        _ => false,
    };

    // Beside an amount that has its unit, an unnamed or differently named number is another one, such as its error.
    private static bool TupleCarries(INamedTypeSymbol tuple, bool isNamed, int depth)
    {
        var hasAmount = false;
        foreach (var element in tuple.TupleElements) hasAmount |= element.Type is { Name: "Information" or "Amount", ContainingNamespace.Name: "Infoscope" };
        foreach (var element in tuple.TupleElements)
        {
            var says = Words.SayInformation(element.Name) || (isNamed && !hasAmount && Words.MaySayInformation(element.Name));
            if (Carries(element.Type, says, depth + 1)) return true;
        }

        return false;
    }

    private static bool IsCarrier(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Delegate || type.ContainingNamespace is not { } space || !IsInSystem(space)) return false;
        if (Array.IndexOf(Carriers, type.Name) >= 0 || type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T or SpecialType.System_Collections_Generic_IEnumerable_T) return true;
        foreach (var one in type.AllInterfaces)
        {
            if (one.SpecialType == SpecialType.System_Collections_IEnumerable) return true;
        }

        return false;
    }

    private static bool IsInSystem(INamespaceSymbol space)
    {
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer) space = outer;
        return space.Name == "System";
    }
}
