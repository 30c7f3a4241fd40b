using Infoscope.Analyzers.Operations;
using Microsoft.CodeAnalysis.Operations;

namespace Infoscope.Analyzers.Units;

/// <summary>Whether a pattern tells 0 from numbers above it, which that of a range, such as &lt; 0 or &gt; 1, does not.</summary>
internal static class ZeroPatterns
{
    private const double Small = 1e-300;

    /// <summary>Tells whether a pattern decides otherwise of 0 than of a number near it, or of a count of 1 or 2; one that cannot be read is believed.</summary>
    public static bool TellZeroApart(IPatternOperation pattern, bool isFloating)
    {
        var ofZero = Matches(pattern, 0);
        return ofZero is null || (isFloating ? Differs(Small) : Differs(1) || Differs(2));

        bool Differs(double number) => Matches(pattern, number) != ofZero;
    }

    private static bool? Matches(IPatternOperation pattern, double number) => pattern switch
    {
        IConstantPatternOperation constant => constant.Value.WithoutCasts().Number() is { } value ? value == number : null,
        IRelationalPatternOperation relation => relation.Value.WithoutCasts().Number() is { } bound ? Holds(number, relation.OperatorKind, bound) : null,
        INegatedPatternOperation not => !Matches(not.Pattern, number),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both => Matches(both.LeftPattern, number) & Matches(both.RightPattern, number),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => Matches(either.LeftPattern, number) | Matches(either.RightPattern, number),
        _ => null,
    };

    private static bool? Holds(double number, BinaryOperatorKind kind, double bound) => kind switch
    {
        BinaryOperatorKind.LessThan => number < bound,
        BinaryOperatorKind.LessThanOrEqual => number <= bound,
        BinaryOperatorKind.GreaterThan => number > bound,
        BinaryOperatorKind.GreaterThanOrEqual => number >= bound,
        _ => null,
    };
}
