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
            isRaised |= IsRaised(factor) || Sources.IsCountOfAnItem(factor) || (Sources.CollectionOf(factor, body) is { } collection && IsFiltered(collection));
            if (isRaised) return;
            if (factor is not ILocalReferenceOperation local) continue;
            foreach (var source in Sources.ValuesOf(local.Local, body)) Collect(source);
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
            case ILocalReferenceOperation local when collections.Add(local.Local):
                foreach (var source in Sources.ValuesOf(local.Local, body))
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
                case IIsPatternOperation pattern when IsKnown(pattern.Value):
                case ISwitchOperation statement when IsKnown(statement.Value):
                case ISwitchExpressionOperation expression when IsKnown(expression.Value):
                case IInvocationOperation { TargetMethod.Name: "ThrowIfNegativeOrZero" or "ThrowIfZero" or "ThrowIfLessThanOrEqual" or "IsPositive", Arguments.Length: > 0 } check when IsKnown(check.Arguments[0].Value):
                    return true;
            }
        }

        return false;
    }

    // p < 0 and p <= 1 check a range that has 0 in it; for a whole number, n > 1 and n < 1 tell 0 apart as well.
    private bool Compares(IOperation value, BinaryOperatorKind kind, IOperation with)
    {
        if (kind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
            or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual) || !IsKnown(value)) return false;
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
