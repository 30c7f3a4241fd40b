using Infoscope.Analyzers.Units;

namespace Infoscope.Analyzers.Tests.Units;

public sealed class UnitsAreNotConvertedByHandTests : RuleTests<UnitsAreNotConvertedByHand>
{
    [WrongCase]
    public Task DividingByALogarithmOfTwoIsReported() => Reports(
        Snippets.InMethod("return [|x / Math.Log(2)|];"),
        "'x / Math.Log(2)' converts between nats and bits by hand; keep nats, and where bits are meant say Information.FromNats(...).Bits or Information.FromBits(...)");

    [WrongCase]
    public Task MultiplyingByTheNumberIsReported() => Reports(
        Snippets.InMethod("return [|0.693147 * x|];"),
        "'0.693147 * x' converts between nats and bits by hand; keep nats, and where bits are meant say Information.FromNats(...).Bits or Information.FromBits(...)");

    [WrongCase]
    public Task AConstantOfThatValueIsReported() => Reports(
        Snippets.InMethod("const double log2E = 1.4426950408889634; return [|x * log2E|];"),
        "'x * log2E' converts between nats and bits by hand; keep nats, and where bits are meant say Information.FromNats(...).Bits or Information.FromBits(...)");

    [WrongCase]
    public Task ACompoundAssignmentIsReported() => Reports(
        Snippets.InMethod("[|x /= Math.Log(2.0)|]; return x;"),
        "'x /= Math.Log(2.0)' converts between nats and bits by hand; keep nats, and where bits are meant say Information.FromNats(...).Bits or Information.FromBits(...)");

    [WrongCase]
    public Task DividingByTheInverseIsReported() => Reports(
        Snippets.InMethod("return [|x / (1.442695)|];"),
        "'x / (1.442695)' converts between nats and bits by hand; keep nats, and where bits are meant say Information.FromNats(...).Bits or Information.FromBits(...)");

    [RightCase]
    public Task LettingInformationConvertIsRight() => IsQuiet(Snippets.InMethod("return Information.FromNats(x).Bits;"));

    [RightCase]
    public Task ALogarithmOfTwoAloneIsABoundNotAFactor() => IsQuiet(Snippets.InMethod("return Math.Min(x, Math.Log(2));"));

    [RightCase]
    public Task TheLogarithmOfAnotherNumberIsAScale() => IsQuiet(Snippets.InMethod("return x / Math.Log(values.Length);"));

    [RightCase]
    public Task TheLogarithmOfAPowerOfTwoIsAScale() => IsQuiet(Snippets.InMethod("return x + values.Length * Math.Log(2);"));

    [RightCase]
    public Task ANumberThatIsOnlyNearIsAnother() => IsQuiet(Snippets.InMethod("return 0.69 * x;"));

    [RightCase]
    public Task AConstantIsRight() => IsQuiet("static class Sample { const double ToleranceNats = 5e-3 * 0.6931471805599453; static double Of(double x = 2 / 1.4426950408889634) => x + ToleranceNats; }");

    [RightCase]
    public Task TheNumberOfDigitsIsNoUnit() => IsQuiet("static class Sample { static int Of(int n, long m) => (int)(Math.Log(n) / Math.Log(2)) + (int)Math.Ceiling(Math.Log((double)m) / Math.Log(2)); }");

    [RightCase]
    public Task CodeThatDoesNotKnowTheContractIsLeftAlone() => IsQuietWithoutTheContract("static class Sample { static double Of(double x) => x / Math.Log(2); }");

    [Fact]
    public Task ADivisionBecomesBits() => Fixes<UnitsAreNotConvertedByHandFix>(
        Snippets.InMethod("return 1 + x / Math.Log(2);"), Snippets.InMethod("return 1 + Information.FromNats(x).Bits;"));

    [Fact]
    public Task AProductBecomesNats() => Fixes<UnitsAreNotConvertedByHandFix>(
        Snippets.InMethod("return Math.Log(2) * (x + 1);"), Snippets.InMethod("return Information.FromBits((x + 1)).Nats;"));

    [Fact]
    public Task WithoutTheUsingTheTypeIsNamedInFull() => Fixes<UnitsAreNotConvertedByHandFix>(
        "static class Sample { static double Of(double x) => x * 1.442695; }", "static class Sample { static double Of(double x) => Infoscope.Information.FromNats(x).Bits; }");

    [Fact]
    public Task AnAssignmentHasNoCertainFix() => OffersNoFix<UnitsAreNotConvertedByHandFix>(Snippets.InMethod("x /= Math.Log(2); return x;"));
}
