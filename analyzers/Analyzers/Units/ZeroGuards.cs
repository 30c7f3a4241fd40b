using Infoscope.Analyzers.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Units;

/// <summary>Finds what keeps a value from being 0, and believes a good deal: a comparison anywhere in the member, a filter, a value that was raised above 0.</summary>
internal sealed class ZeroGuards
{
    private const int MostValues = 64;

    private static readonly string[] Small = ["Eps", "Epsilon", "Tiny", "Smallest", "Smoothing", "Pseudocount", "Pseudo", "Prior", "Alpha"];
    private static readonly string[] Filters = ["Where", "FindAll", "TakeWhile", "SkipWhile", "GroupBy", "CountBy", "ToLookup"];

    private readonly IOperation body;
    private readonly List<IOperation> values = [];
    private readonly HashSet<ISymbol> collections = new(SymbolEqualityComparer.Default);
    private bool isRaised;

    private ZeroGuards(IOperation body) => this.body = body;

    /// <summary>Tells whether something in the member keeps a value from being 0, or says what is done where it is.</summary>
    public static bool Protect(IOperation value)
    {
        var guards = new ZeroGuards(value.Body());
        guards.Collect(value);
        return guards.isRaised || guards.IsCompared();
    }

    // The value, what makes it 0, what these were declared with, and so on.
    private void Collect(IOperation value)
    {
        foreach (var factor in WeightedLogarithm.FactorsOf(value))
        {
            if (values.Count >= MostValues || factor.ConstantValue.HasValue || IsKnown(factor)) continue;
            values.Add(factor);
            isRaised |= IsRaised(factor) || IsRestOfASmoothed(factor) || Sources.IsCountOfAnItem(factor) || Sources.IsOfAPair(factor, body) || (Sources.CollectionOf(factor, body) is { } collection && IsFiltered(collection));
            if (isRaised) return;
            if (Sources.VariableOf(factor) is not { } variable) continue;
            foreach (var source in Sources.ValuesOf(variable, body)) Collect(source);
        }
    }

    private bool IsKnown(IOperation value)
    {
        foreach (var known in values)
        {
            if (known.IsWrittenLike(value)) return true;
        }

        return false;
    }

    private static bool IsRaised(IOperation value) => value switch
    {
        IInvocationOperation { TargetMethod: { Name: "Max" or "Clamp" or "BitIncrement" } method } => method.IsOfMathematics(),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => IsSmall(sum.LeftOperand) || IsSmall(sum.RightOperand),
        IConditionalOperation => true,
        _ => false,
    };

    // 1 - p of p = (n + 1) / (N + 2), or of a p that is clamped on both sides.
    private bool IsRestOfASmoothed(IOperation value) =>
        value is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, LeftOperand.ConstantValue.HasValue: true, RightOperand: var part } && IsSmoothed(part, new(SymbolEqualityComparer.Default));

    private bool IsSmoothed(IOperation value, HashSet<ISymbol> seen)
    {
        foreach (var factor in WeightedLogarithm.FactorsOf(value))
        {
            if (factor is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } or IInvocationOperation { TargetMethod.Name: "Clamp" } && IsRaised(factor)) return true;
            if (Sources.VariableOf(factor) is not { } variable || !seen.Add(variable)) continue;
            foreach (var source in Sources.ValuesOf(variable, body))
            {
                if (IsSmoothed(source, seen)) return true;
            }
        }

        return false;
    }

    private static bool IsSmall(IOperation operand)
    {
        operand = operand.WithoutCasts();
        return operand.Number() > 0 || (operand.ReferredName() is { } name && Words.Have(name, Small));
    }

    // What passes through a filter, or is made by grouping what occurred.
    private bool IsFiltered(IOperation collection)
    {
        collection = collection.WithoutCasts();
        switch (collection)
        {
            case IInvocationOperation call:
                if (Array.IndexOf(Filters, call.TargetMethod.Name) >= 0) return true;
                if (call.Instance is { } instance && IsFiltered(instance)) return true;
                return call.Arguments.Length > 0 && call.Instance is null && IsFiltered(call.Arguments[0].Value);
            case IPropertyReferenceOperation { Property: { Name: "Values", ContainingType.Name: "Dictionary" or "IReadOnlyDictionary" or "IDictionary" or "SortedDictionary" or "ConcurrentDictionary" } }:
                return true;
            case ILocalReferenceOperation or IParameterReferenceOperation when Sources.VariableOf(collection) is { } variable && collections.Add(variable):
                foreach (var source in Sources.ValuesOf(variable, body))
                {
                    if (IsFiltered(source)) return true;
                }

                return false;
            case ISpreadOperation or ICollectionExpressionOperation or ITranslatedQueryOperation:
                foreach (var child in collection.ChildOperations)
                {
                    if (IsFiltered(child)) return true;
                }

                return false;
            default:
                return false;
        }
    }

    private bool IsCompared()
    {
        foreach (var operation in body.Descendants())
        {
            switch (operation)
            {
                case IBinaryOperation comparison when Compares(comparison.LeftOperand, comparison.OperatorKind, comparison.RightOperand) || Compares(comparison.RightOperand, Mirrored(comparison.OperatorKind), comparison.LeftOperand):
                case IIsPatternOperation pattern when (IsKnown(pattern.Value) && ZeroPatterns.TellZeroApart(pattern.Pattern, pattern.Value.Type.IsFloating())) || IsRest(pattern.Value):
                case ISwitchOperation statement when IsKnown(statement.Value) || IsRest(statement.Value):
                case ISwitchExpressionOperation expression when IsKnown(expression.Value) || IsRest(expression.Value):
                case IInvocationOperation { TargetMethod.Name: "ThrowIfNegativeOrZero" or "ThrowIfZero" or "ThrowIfLessThanOrEqual" or "IsPositive", Arguments.Length: > 0 } check when IsKnown(check.Arguments[0].Value):
                    return true;
            }
        }

        return false;
    }

    // Whether 1 - p is among the values, of which p == 1 and patterns of p tell the zero.
    private bool IsRest(IOperation value)
    {
        foreach (var known in values)
        {
            if (known is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, LeftOperand.ConstantValue.HasValue: true } rest && rest.RightOperand.IsWrittenLike(value)) return true;
        }

        return false;
    }

    private bool ComparesDifference(IOperation one, IOperation other)
    {
        foreach (var known in values)
        {
            if (known is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference
                && ((IsSame(difference.LeftOperand, one) && IsSame(difference.RightOperand, other)) || (IsSame(difference.LeftOperand, other) && IsSame(difference.RightOperand, one)))) return true;
        }

        return false;

        static bool IsSame(IOperation one, IOperation other) => one.IsWrittenLike(other) || (one.WithoutCasts().Number() is { } number && other.WithoutCasts().Number() == number);
    }

    // p < 0 and p <= 1 check a range that has 0 in it; for a whole number, n > 1 and n < 1 tell 0 apart as well.
    private bool Compares(IOperation value, BinaryOperatorKind kind, IOperation with)
    {
        if (kind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
            or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual)) return false;
        if (ComparesDifference(value, with)) return true;
        if (!IsKnown(value)) return false;
        if (with.WithoutCasts().Number() is not { } bound) return true;
        var largest = value.WithoutCasts().Type.IsFloating() ? 1 : double.PositiveInfinity;
        return kind switch
        {
            BinaryOperatorKind.LessThan or BinaryOperatorKind.GreaterThanOrEqual => bound > 0 && bound < largest,
            _ => bound >= 0 && bound < largest,
        };
    }

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };
}
