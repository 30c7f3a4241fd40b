using Infoscope.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Units;

/// <summary>A product p ln p, p ln(p/q) or p ln(1/p): at p = 0 it is 0 times an infinity, which is no number.</summary>
internal sealed class WeightedLogarithm
{
    private WeightedLogarithm(IOperation product, IOperation weight)
    {
        Product = product;
        Weight = weight;
    }

    /// <summary>Gets the smallest product that holds both.</summary>
    public IOperation Product { get; }

    /// <summary>Gets p, without casts.</summary>
    public IOperation Weight { get; }

    /// <summary>Finds the product that a logarithm stands in; null where no factor of it vanishes together with the argument, or grows as it does.</summary>
    public static WeightedLogarithm? Of(IOperation call, Logarithm logarithm)
    {
        var value = call;
        while (true)
        {
            var (parent, child) = value.Outside();
            switch (parent)
            {
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus }:
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient when quotient.LeftOperand == child:
                    value = parent;
                    continue;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product:
                    if (SharedFactor(product.LeftOperand == child ? product.RightOperand : product.LeftOperand, logarithm.Argument) is { } weight) return new(product, weight);
                    value = product;
                    continue;
                default:
                    return null;
            }
        }
    }

    /// <summary>Gives the parts of a value that make it 0: its factors, and those of what is divided.</summary>
    public static IEnumerable<IOperation> FactorsOf(IOperation value)
    {
        value = value.WithoutCasts();
        yield return value;
        var parts = value switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus } negative => [negative.Operand],
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product => [product.LeftOperand, product.RightOperand],
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient => [quotient.LeftOperand],
            _ => Array.Empty<IOperation>(),
        };
        foreach (var part in parts)
        {
            foreach (var factor in FactorsOf(part)) yield return factor;
        }
    }

    private static IOperation? SharedFactor(IOperation side, IOperation argument)
    {
        foreach (var factor in FactorsOf(side))
        {
            if (factor.ConstantValue.HasValue || factor is IUnaryOperation || !IsOneOfMany(factor)) continue;
            if (Holds(argument, factor)) return factor;
        }

        return null;
    }

    // Also below a fraction line: 0 ln(1/0) is no number either.
    private static bool Holds(IOperation argument, IOperation factor)
    {
        argument = argument.WithoutCasts();
        return argument.IsWrittenLike(factor) || (argument is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply or BinaryOperatorKind.Divide } binary
            && (Holds(binary.LeftOperand, factor) || Holds(binary.RightOperand, factor)));
    }

    // n ln n of a whole number is the size of a thing, unless it is one count of several.
    private static bool IsOneOfMany(IOperation factor) =>
        factor.Type.IsFloating() || factor is IArrayElementReferenceOperation or IPropertyReferenceOperation { Arguments.Length: > 0 } or IBinaryOperation
        || (factor is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } })
        || (factor is ILocalReferenceOperation local && Sources.IsLoopVariable(local.Local));
}
