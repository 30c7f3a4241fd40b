using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Operations;

/// <summary>Questions about expressions that several rules ask.</summary>
internal static class Expressions
{
    /// <summary>Gives what stands inside casts and parentheses; a conversion that a type defines itself is no cast.</summary>
    public static IOperation WithoutCasts(this IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>Gives what encloses an expression apart from conversions and parentheses, and the expression as it stands there.</summary>
    public static (IOperation? Parent, IOperation Child) Outside(this IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation) operation = operation.Parent;
        return (operation.Parent, operation);
    }

    /// <summary>Gives the body of the member that an expression stands in, lambdas and local functions being part of it.</summary>
    public static IOperation Body(this IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return operation;
    }

    /// <summary>Tells whether a method is a function of Math, MathF, double or float.</summary>
    public static bool IsOfMathematics(this IMethodSymbol method) => method.IsStatic
        && method.ContainingType is { Name: "Math" or "MathF" or "Double" or "Single", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Writes code for a message, in one line.</summary>
    public static string InOneLine(this SyntaxNode code) => string.Join(" ", code.ToString().Split(Array.Empty<char>(), StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Tells whether two expressions are written alike, apart from casts, parentheses and white space.</summary>
    public static bool IsWrittenLike(this IOperation one, IOperation other) =>
        SyntaxFactory.AreEquivalent(one.WithoutCasts().Syntax, other.WithoutCasts().Syntax, topLevel: false);

    /// <summary>Tells whether an expression is the number 0, also as a default value.</summary>
    public static bool IsZero(this IOperation operation) => operation.WithoutCasts().Number() == 0;

    /// <summary>Gives the value of a constant number; null for anything else.</summary>
    public static double? Number(this IOperation operation) => operation.ConstantValue is { HasValue: true, Value: { } value }
        ? value switch
        {
            double number => number,
            float number => number,
            int number => number,
            long number => number,
            uint number => number,
            ulong number => number,
            decimal number => (double)number,
            _ => null,
        }
        : null;

    /// <summary>Tells whether the value is a double or a float, or one of them that may be missing.</summary>
    public static bool IsFloating(this ITypeSymbol? type) => type switch
    {
        { SpecialType: SpecialType.System_Double or SpecialType.System_Single } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments.Length: 1 } nullable => nullable.TypeArguments[0].IsFloating(),
        _ => false,
    };

    /// <summary>Gives the name of what an expression refers to: a variable, a member or a method that is called; null for anything else.</summary>
    public static string? ReferredName(this IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IMemberReferenceOperation member => member.Member.Name,
        IInvocationOperation call => call.TargetMethod.Name,
        _ => null,
    };
}
