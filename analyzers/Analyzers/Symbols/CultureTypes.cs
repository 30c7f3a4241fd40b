using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Symbols;

/// <summary>The types whose text depends on a culture.</summary>
internal static class CultureTypes
{
    /// <summary>Tells whether a type is written with a separator or with names of a culture: fractions and dates.</summary>
    public static bool IsFraction(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal or SpecialType.System_DateTime => true,
        null or not SpecialType.None => false,
        _ => type.Name switch
        {
            "Half" or "DateTimeOffset" or "DateOnly" or "TimeOnly" => IsIn(type, "System"),
            "Complex" => IsIn(type, "System.Numerics"),
            _ => false,
        },
    };

    /// <summary>Tells whether a type is a number, date or duration at all; whole numbers take their sign and their format from the culture.</summary>
    public static bool IsNumber(ITypeSymbol type) => type.SpecialType switch
    {
        >= SpecialType.System_SByte and <= SpecialType.System_Double or SpecialType.System_IntPtr or SpecialType.System_UIntPtr or SpecialType.System_DateTime => true,
        not SpecialType.None => false,
        _ => IsFraction(type)
            || (type.Name is "TimeSpan" or "Int128" or "UInt128" && IsIn(type, "System"))
            || (type.Name == "BigInteger" && IsIn(type, "System.Numerics")),
    };

    /// <summary>Tells whether a type is written the same in all cultures in a format, apart from the sign of a whole number; null is the format of none.</summary>
    public static bool IsInvariant(ITypeSymbol? type, string? format) => type switch
    {
        null => true,
        { SpecialType: SpecialType.System_Byte or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64 } => format is null || format.StartsWith("D", StringComparison.OrdinalIgnoreCase) || IsOfDigits(format),
        { SpecialType: SpecialType.System_DateTime } or { Name: "DateTimeOffset" or "DateOnly" or "TimeOnly" } => format is "o" or "O" or "r" or "R" or "s" or "u",
        { Name: "TimeSpan" } => format is null or "c" or "t" or "T",
        _ => !IsFraction(type) && (format is null || IsOfDigits(format)),
    };

    /// <summary>Gives the type of a value before it became what a text is made of.</summary>
    public static ITypeSymbol? TypeOf(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion) value = conversion.Operand;
        return value.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: { Length: 1 } of } ? of[0] : value.Type;
    }

    /// <summary>Tells whether a call hands over a culture; null would be the one of the machine.</summary>
    public static bool HasProvider(IInvocationOperation call) =>
        call.Arguments.Any(argument => IsProvider(argument.Parameter?.Type) && argument.Value is not { ConstantValue: { HasValue: true, Value: null } });

    /// <summary>Tells whether a type is that of a culture.</summary>
    public static bool IsProvider(ITypeSymbol? type) => type is { Name: "IFormatProvider" or "CultureInfo" or "NumberFormatInfo" or "DateTimeFormatInfo" };

    private static bool IsOfDigits(string format) => format.Length > 0 && format[0] is 'x' or 'X' or 'b' or 'B';

    private static bool IsIn(ISymbol type, string space) => type.ContainingNamespace?.ToDisplayString() == space;
}
