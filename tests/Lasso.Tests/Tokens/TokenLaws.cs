using FsCheck;
using FsCheck.Fluent;

namespace Infoscope.Plugins.Lasso.Tests.Tokens;

/// <summary>What the law tests share.</summary>
internal static class TokenLaws
{
    /// <summary>Checks a law on generated sequences; a failure prints the shrunk sequence.</summary>
    public static Property ForAllSequences(Action<TokenSequence> check) => Prop.ForAll(TokenGenerator.Sequences, check);

    public static void AtMost(double limit, double value, double tolerance) =>
        Assert.True(value <= limit + tolerance, $"{value:R} exceeds {limit:R} by {value - limit:E2}, more than {tolerance:E2}");

    public static void Near(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance, $"{actual:R} is {Math.Abs(expected - actual):E2} from {expected:R}, more than {tolerance:E2}");
}
