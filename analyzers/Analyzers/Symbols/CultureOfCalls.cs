using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Symbols;

/// <summary>The calls that read or write a number, a date or letters in the culture of the machine unless another is handed over.</summary>
internal static class CultureOfCalls
{
    /// <summary>Tells whether a call depends on a culture and hands over none.</summary>
    public static bool IsMissing(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var type = method.ContainingType;
        return method.Name switch
        {
            "Parse" or "TryParse" => CultureTypes.IsNumber(type) && !CultureTypes.HasProvider(call),
            "ToString" => IsWriting(call),
            "ToLower" or "ToUpper" => type.SpecialType is SpecialType.System_String or SpecialType.System_Char && !CultureTypes.HasProvider(call),
            "Format" => type.SpecialType == SpecialType.System_String && WritesFractions(call) && !CultureTypes.HasProvider(call),
            "AppendFormat" => type.Name == "StringBuilder" && WritesFractions(call) && !CultureTypes.HasProvider(call),
            "Append" or "Insert" => type.Name == "StringBuilder" && method.Parameters.Length > 0 && CultureTypes.IsFraction(method.Parameters[method.Parameters.Length - 1].Type),
            _ => type is { Name: "Convert", ContainingNamespace.Name: "System" } && method.Name.StartsWith("To", StringComparison.Ordinal) && IsReading(call),
        };
    }

    /// <summary>Says what to do instead.</summary>
    public static string RemedyOf(IMethodSymbol method) => method.Name switch
    {
        "ToLower" or "ToUpper" => $"say {method.Name}Invariant",
        "Append" or "Insert" => "append the text of string.Create(CultureInfo.InvariantCulture, $\"...\")",
        _ => "hand it CultureInfo.InvariantCulture",
    };

    private static bool IsWriting(IInvocationOperation call)
    {
        if (call.Instance is null || CultureTypes.TypeOf(call.Instance) is not { } type || !CultureTypes.IsNumber(type) || CultureTypes.HasProvider(call)) return false;
        var format = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Type.SpecialType == SpecialType.System_String)?.Value;
        return format is { ConstantValue.HasValue: false } || !CultureTypes.IsInvariant(type, format?.ConstantValue.Value as string);
    }

    // Convert.ToDouble of a text or of an object that may be one, and Convert.ToString of a number.
    private static bool IsReading(IInvocationOperation call)
    {
        if (call.Arguments.Length == 0 || CultureTypes.HasProvider(call)) return false;
        var value = CultureTypes.TypeOf(call.Arguments[0].Value);
        return call.TargetMethod.Name == "ToString"
            ? CultureTypes.IsFraction(value) || (value?.SpecialType == SpecialType.System_Object)
            : CultureTypes.IsNumber(call.TargetMethod.ReturnType) && value?.SpecialType is SpecialType.System_String or SpecialType.System_Object;
    }

    private static bool WritesFractions(IInvocationOperation call) => call.Arguments.SelectMany(Parts).Any(part => CultureTypes.IsFraction(CultureTypes.TypeOf(part)));

    private static IEnumerable<IOperation> Parts(IArgumentOperation argument) => argument.Value switch
    {
        IArrayCreationOperation { Initializer.ElementValues: var elements } => elements,
        ICollectionExpressionOperation collection => collection.Elements,
        var value => [value],
    };
}
