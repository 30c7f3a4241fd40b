using Infoscope.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Numerics;

/// <summary>An expression that makes 0 of what is below it.</summary>
internal static class Clamp
{
    /// <summary>Gives what is clamped at 0 by a call, such as Math.Max(0, x) or Math.Clamp(x, 0, 1), or by a choice, such as x &lt; 0 ? 0 : x; null where nothing is.</summary>
    /// <param name="operation">The call or the choice.</param>
    /// <param name="information">The type Information, whose Max clamps as well.</param>
    public static IOperation? Of(IOperation operation, INamedTypeSymbol information) => operation switch
    {
        IInvocationOperation { Arguments.Length: 2, TargetMethod: { Name: "Max" or "MaxNumber" or "MaxNative" } method } call
            when method.IsOfMathematics() || SymbolEqualityComparer.Default.Equals(method.ContainingType, information) =>
            OtherThanZero(call.Arguments[0].Value, call.Arguments[1].Value),
        IInvocationOperation { Arguments.Length: 3, TargetMethod: { Name: "Clamp" or "ClampNative" } method } call
            when method.IsOfMathematics() && call.Arguments[1].Value.IsNothing() => Amount(call.Arguments[0].Value),
        IConditionalOperation { Condition: IBinaryOperation comparison, WhenFalse: { } otherwise } choice => OfChoice(comparison, choice.WhenTrue, otherwise),
        _ => null,
    };

    /// <summary>Tells whether an expression is 0, or no information.</summary>
    private static bool IsNothing(this IOperation operation) =>
        operation.IsZero() || operation.WithoutCasts() is IDefaultValueOperation or IPropertyReferenceOperation { Property: { Name: "Zero", ContainingType.Name: "Information" } };

    private static IOperation? OtherThanZero(IOperation one, IOperation other) => one.IsNothing() ? Amount(other) : other.IsNothing() ? Amount(one) : null;

    // x < 0 ? 0 : x and its mirrors; the comparison has 0 on one side, the choice the same x as the other.
    private static IOperation? OfChoice(IBinaryOperation comparison, IOperation whenTrue, IOperation whenFalse)
    {
        var isLess = comparison.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
        if (!isLess && comparison.OperatorKind is not (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual)) return null;
        var isRight = comparison.RightOperand.IsNothing();
        if (!isRight && !comparison.LeftOperand.IsNothing()) return null;
        var compared = isRight ? comparison.LeftOperand : comparison.RightOperand;
        var isBelowZero = isLess == isRight;
        var (nothing, kept) = isBelowZero ? (whenTrue, whenFalse) : (whenFalse, whenTrue);
        return nothing.IsNothing() && (kept.IsWrittenLike(compared) || (compared.WithoutCasts() is IPropertyReferenceOperation { Property.Name: "Nats" or "Bits", Instance: { } whole } && kept.IsWrittenLike(whole))) ? Amount(kept) : null;
    }

    // The larger of 0 and a whole number counts things, also of one that a cast makes whole. What is written as a cast stays.
    private static IOperation? Amount(IOperation value)
    {
        while (value is IConversionOperation { IsImplicit: true } or IParenthesizedOperation) value = value.ChildOperations.First();
        for (var part = value; ; part = part.ChildOperations.First())
        {
            if (part.ConstantValue.HasValue || part.Type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64) return null;
            if (part is not (IConversionOperation or IParenthesizedOperation)) return value;
        }
    }
}
