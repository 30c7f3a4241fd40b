using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Symbols;

/// <summary>What code does with a collection that is to be read alone.</summary>
internal static class TableUses
{
    private static readonly string[] Reading = ["Contains", "TryGet", "Get", "Find", "Index", "LastIndexOf", "Exists", "TrueForAll", "Peek", "TryPeek", "BinarySearch", "Is", "Overlaps", "SetEquals", "ToArray", "ToString", "CopyTo"];

    /// <summary>Tells whether a use of a collection changes nothing and gives it to nobody who could; one that is seen as a read-only interface can only be read.</summary>
    public static bool AreReads(IOperation use)
    {
        var child = use;
        while (child.Parent is IConversionOperation { Type: { } type } conversion)
        {
            if (IsReadOnlyView(type)) return true;
            child = conversion;
        }

        return child.Parent switch
        {
            IInvocationOperation call => call.Instance == child && IsReading(call.TargetMethod),
            IMethodReferenceOperation method => IsReading(method.Method),
            IPropertyReferenceOperation property => !IsWritten(property),
            IForEachLoopOperation or ISpreadOperation or IBinaryOperation or IIsPatternOperation or INameOfOperation => true,
            _ => false,
        };
    }

    private static bool IsReadOnlyView(ITypeSymbol type) => type is { TypeKind: TypeKind.Interface, Name: "IEnumerable" or "IReadOnlyCollection" or "IReadOnlyList" or "IReadOnlyDictionary" or "IReadOnlySet" };

    private static bool IsReading(IMethodSymbol method) => Array.Exists(Reading, start => method.Name.StartsWith(start, StringComparison.Ordinal));

    private static bool IsWritten(IOperation property) => property.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == property,
        IIncrementOrDecrementOperation => true,
        _ => false,
    };
}
