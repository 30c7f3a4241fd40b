using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Numerics;

/// <summary>Which exceptions a catch clause sees.</summary>
internal static class Catches
{
    /// <summary>Tells whether a clause may see an exception of a type: by its own type, and as far as its filter does not rule it out.</summary>
    public static bool MayCatch(ICatchClauseOperation clause, INamedTypeSymbol failure) =>
        Is(failure, clause.ExceptionType) && (clause.Filter is null || Passes(clause.Filter, failure) != false);

    /// <summary>Tells whether a clause sees every exception of a type.</summary>
    public static bool CatchesAll(ICatchClauseOperation clause, INamedTypeSymbol failure) =>
        Is(failure, clause.ExceptionType) && (clause.Filter is null || Passes(clause.Filter, failure) == true);

    /// <summary>Tells whether code calls anything that is not of the framework, and so may fail numerically.</summary>
    public static bool MayFail(IOperation body)
    {
        foreach (var operation in body.Descendants())
        {
            switch (operation)
            {
                case IInvocationOperation call when call.TargetMethod.MethodKind == MethodKind.DelegateInvoke || !IsOfFramework(call.TargetMethod):
                case IObjectCreationOperation { Constructor: { } constructor } when !IsOfFramework(constructor):
                case IPropertyReferenceOperation { Property: var property } when !IsOfFramework(property):
                case IBinaryOperation { OperatorMethod: { } binary } when !IsOfFramework(binary):
                case IDynamicInvocationOperation:
                    return true;
            }
        }

        return false;
    }

    // Also of a clause without a type, which catches objects.
    private static bool Is(INamedTypeSymbol failure, ITypeSymbol? caught)
    {
        for (ITypeSymbol? one = failure; one is not null; one = one.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(one, caught)) return true;
        }

        return false;
    }

    // Whether a filter holds for an exception of the type; null where more than its type decides.
    private static bool? Passes(IOperation filter, INamedTypeSymbol failure) => filter switch
    {
        IParenthesizedOperation parenthesized => Passes(parenthesized.Operand, failure),
        { ConstantValue: { HasValue: true, Value: bool constant } } => constant,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation => !Passes(negation.Operand, failure),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => And(Passes(both.LeftOperand, failure), Passes(both.RightOperand, failure)),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either => Or(Passes(either.LeftOperand, failure), Passes(either.RightOperand, failure)),
        IIsTypeOperation { ValueOperand: ILocalReferenceOperation } test => Is(failure, test.TypeOperand) ^ test.IsNegated,
        IIsPatternOperation { Value: ILocalReferenceOperation } test => Matches(test.Pattern, failure),
        _ => null,
    };

    private static bool? Matches(IPatternOperation pattern, INamedTypeSymbol failure) => pattern switch
    {
        ITypePatternOperation type => Is(failure, type.MatchedType),
        IDeclarationPatternOperation { MatchedType: { } type } => Is(failure, type),
        INegatedPatternOperation not => !Matches(not.Pattern, failure),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => And(Matches(both.LeftPattern, failure), Matches(both.RightPattern, failure)),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Or(Matches(either.LeftPattern, failure), Matches(either.RightPattern, failure)),
        IRecursivePatternOperation { MatchedType: { } type } when !Is(failure, type) => false,
        _ => null,
    };

    private static bool? And(bool? one, bool? other) => one == false || other == false ? false : one == true && other == true ? true : null;

    private static bool? Or(bool? one, bool? other) => one == true || other == true ? true : one == false && other == false ? false : null;

    private static bool IsOfFramework(ISymbol member)
    {
        var space = member.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer }) space = outer;
        return space is { IsGlobalNamespace: false, Name: "System" or "Microsoft" };
    }
}
