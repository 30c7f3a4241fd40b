using Infoscope.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Units;

/// <summary>What becomes of a logarithm: followed through arithmetic, lambdas and one local variable.</summary>
internal sealed class LogarithmFlow
{
    private readonly INamedTypeSymbol information;
    private readonly IOperation call;
    private readonly Logarithm logarithm;

    private LogarithmFlow(INamedTypeSymbol information, IOperation call, Logarithm logarithm)
    {
        this.information = information;
        this.call = call;
        this.logarithm = logarithm;
    }

    /// <summary>Gets whether it reaches Information.FromNats.</summary>
    public bool BecomesNats { get; private set; }

    /// <summary>Gets whether it reaches Information.FromBits.</summary>
    public bool BecomesBits { get; private set; }

    /// <summary>Gets whether it is multiplied by a number that is not constant, as a probability is.</summary>
    public bool IsWeighted { get; private set; }

    /// <summary>Gets whether it counts, compares, rescales or is printed, and so is no amount that stays.</summary>
    public bool IsNoAmount { get; private set; }

    /// <summary>Follows a logarithm from the call that takes it.</summary>
    public static LogarithmFlow Of(IOperation call, Logarithm logarithm, INamedTypeSymbol information)
    {
        var flow = new LogarithmFlow(information, call, logarithm);
        flow.Follow(call, mayEnterLocal: true);
        return flow;
    }

    private void Follow(IOperation value, bool mayEnterLocal)
    {
        while (true)
        {
            if (value.Parent is IConversionOperation { Type: { } type } && !type.IsFloating() && IsWhole(type)) IsNoAmount = true;
            var (parent, child) = value.Outside();
            switch (parent)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract }:
                case IUnaryOperation or IConditionalOperation or ICoalesceOperation:
                case IReturnOperation or IBlockOperation or IAnonymousFunctionOperation or IDelegateCreationOperation:
                    if (parent is IBlockOperation { Parent: not IAnonymousFunctionOperation }) return;
                    value = parent;
                    continue;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product:
                    Weigh(product.LeftOperand == child ? product.RightOperand : product.LeftOperand);
                    value = product;
                    continue;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide } quotient when quotient.LeftOperand == child:
                    value = quotient;
                    continue;
                case IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean } or IInterpolationOperation:
                    // A variable may be looked at and go on.
                    IsNoAmount |= mayEnterLocal;
                    return;
                case IArgumentOperation { Parent: IInvocationOperation outer }:
                    if (!Enter(outer)) return;
                    value = outer;
                    continue;
                case not null when mayEnterLocal && Destination.LocalOf(parent, child) is { } local:
                    foreach (var use in Destination.UsesOf(local, parent.Body())) Follow(use, mayEnterLocal: false);
                    return;
                default:
                    return;
            }
        }
    }

    // A constant scales, such as 10 of decibels, and a whole number counts. Of base 10 is also the slope of a scale, unless its own argument weighs it.
    private void Weigh(IOperation factor)
    {
        if (factor.ConstantValue.HasValue) IsNoAmount |= logarithm.Base == 10;
        else IsWeighted |= factor.WithoutCasts().Type.IsFloating() && (logarithm.Base != 10 || WeightedLogarithm.Of(call, logarithm) is not null);
    }

    // Gives whether the value of the call is still the logarithm, or a sum of such.
    private bool Enter(IInvocationOperation outer)
    {
        var method = outer.TargetMethod;
        if (SymbolEqualityComparer.Default.Equals(method.ContainingType, information))
        {
            BecomesNats |= method.Name == "FromNats";
            BecomesBits |= method.Name == "FromBits";
            return false;
        }

        if (method.Name is "Ceiling" or "Floor" or "Round" or "Truncate" or "Pow" or "Exp" or "Exp2" or "Exp10" or "ScaleB")
        {
            IsNoAmount = true;
            return false;
        }

        return method.Name is "Sum" or "Average" or "Select" or "Max" or "Min" or "Abs" or "Aggregate";
    }

    private static bool IsWhole(ITypeSymbol type) => type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;
}
