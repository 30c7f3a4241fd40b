using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Symbols;

/// <summary>What is written into the text of an exception, which people read once and no result holds.</summary>
internal static class ExceptionTexts
{
    /// <summary>Tells whether a value goes into a text that a constructor of an exception takes, or a method that makes one.</summary>
    public static bool Hold(IOperation value)
    {
        for (var (child, parent) = (value, value.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            switch (parent)
            {
                case IObjectCreationOperation creation:
                    return child is IArgumentOperation && IsException(creation.Type);
                case IInvocationOperation call when child is IArgumentOperation && (IsException(call.Type) || (call.TargetMethod.MethodKind == MethodKind.Constructor && IsException(call.TargetMethod.ContainingType))):
                    return true;
                case IInvocationOperation { Type.SpecialType: not SpecialType.System_String }:
                case not (IInvocationOperation or IArgumentOperation or IInterpolatedStringContentOperation or IInterpolatedStringOperation or IInterpolatedStringHandlerCreationOperation or IInterpolatedStringAdditionOperation
                    or IBinaryOperation or IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation or ISwitchExpressionArmOperation
                    or IArrayCreationOperation or IArrayInitializerOperation or ICollectionExpressionOperation):
                    return false;
            }
        }

        return false;
    }

    private static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: nameof(Exception), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } }) return true;
        }

        return false;
    }
}
