using Infoscope.Analyzers.Units;

namespace Infoscope.Analyzers.Tests.Units;

public sealed class LogarithmsOfInformationAreNaturalTests : RuleTests<LogarithmsOfInformationAreNatural>
{
    private const string AndWeighted = "and is weighted as information is";
    private const string ToNats = "and goes to Information.FromNats";
    private const string AmongNatural = "among natural logarithms of Sample";

    [WrongCase]
    public Task AWeightedLogarithmOfBaseTwoIsReported() => Reports(
        Snippets.InMethod("foreach (var p in values) x -= p * [|Math.Log2(p)|]; return x;"), Message("Math.Log2(p)", 2, AndWeighted));

    [WrongCase]
    public Task BitsThatAreCalledNatsAreReported() => Reports(
        Snippets.InMethod("return Information.FromNats([|Math.Log(x, 2)|]).Nats + Information.FromNats(-[|Math.Log2(values.Length)|]).Nats;"), Message("Math.Log(x, 2)", 2, ToNats), Message("Math.Log2(values.Length)", 2, ToNats));

    [WrongCase]
    public Task BitsThatAreCalledNatsByWayOfAVariableAreReported() => Reports(
        Snippets.InMethod("var entropy = -values.Sum(p => p * [|double.Log2(p)|]); return Information.FromNats(entropy).Nats;"), Message("double.Log2(p)", 2, ToNats));

    [WrongCase]
    public Task TwoBasesInOneTypeAreReported() => Reports(
        Snippets.InMethod("var log = Math.Log(values.Length); return log - [|Math.Log2(x)|] - [|Math.Log10(x)|];"), Message("Math.Log2(x)", 2, AmongNatural), Message("Math.Log10(x)", 10, AmongNatural));

    [WrongCase]
    public Task TheOtherBaseIsFoundInAnotherPartOfTheType() => Reports(
        "static partial class Sample { static double Of(double x) => [|Math.Log2(x)|]; } static partial class Sample { static double Most(int n) => Math.Log(n); }", Message("Math.Log2(x)", 2, AmongNatural));

    [WrongCase]
    public Task AWeightedDifferenceIsReported() => Reports(
        Snippets.InMethod("return x * ([|Math.Log2(x)|] - [|Math.Log2(values[0])|]);"), Message("Math.Log2(x)", 2, AndWeighted), Message("Math.Log2(values[0])", 2, AndWeighted));

    [WrongCase]
    public Task HartleysAreReported() => Reports(Snippets.InMethod("return -x * [|Math.Log10(x)|];"), Message("Math.Log10(x)", 10, AndWeighted));

    [WrongCase]
    public Task AnAmountThatIsLookedAtIsStillOne() => Reports(
        Snippets.InMethod("double sum = 0; foreach (var p in values) sum -= p * [|Math.Log2(p)|]; if (sum < 0) throw new ArithmeticException($\"{sum}\"); return sum;"), Message("Math.Log2(p)", 2, AndWeighted));

    [WrongCase]
    public Task AScaleOfAnotherBaseIsReported() => Reports(Snippets.InMethod("return Math.Log(x) / [|Math.Log2(values[0])|];"), Message("Math.Log2(values[0])", 2, AmongNatural));

    [RightCase]
    public Task NaturalLogarithmsAreRight() => IsQuiet(Snippets.InMethod("return x * Math.Log(x) + Math.Log(x, Math.E) + double.Log(x);"));

    [RightCase]
    public Task BitsThatAreCalledBitsAreRight() => IsQuiet(Snippets.InMethod("return Information.FromBits(-values.Sum(p => p * Math.Log2(p))).Nats + Information.FromBits(Math.Log2(x)).Nats + Math.Log(x);"));

    [RightCase]
    public Task BitsThatAreAddedUpAndCalledBitsAreRight() => IsQuiet(Snippets.InMethod("double sum = 0; foreach (var p in values) sum -= p * Math.Log2(p); return Information.FromBits(sum).Nats;"));

    [RightCase]
    public Task CountsOfBitsAreRight() => IsQuiet(Snippets.InMethod(
        "var side = (int)Math.Log2(x) + Math.ILogB(x) + System.Numerics.BitOperations.Log2(8u) + (int)(Math.Log2(x) + 1); return Math.Log(x) * side * Math.Pow(2, Math.Ceiling(Math.Log2(x))) * Math.Floor(Math.Log10(x));"));

    [RightCase]
    public Task ANumberOfBitsInAVariableIsRight() => IsQuiet(Snippets.InMethod("var digits = Math.Log2(x); return Math.Log(x) + (int)Math.Ceiling(digits);"));

    [RightCase]
    public Task LogarithmsOfWholeNumbersCountDigits() => IsQuiet(Snippets.InMethod("return Math.Log(x) * values.Length + Math.Log2(values.Length) * values.Length;"));

    [RightCase]
    public Task ABaseThatTheUserChoosesIsRight() => IsQuiet(Snippets.InMethod("return Math.Log(x) + x * Math.Log(x, values.Length);"));

    [RightCase]
    public Task TextsForPeopleAndComparisonsAreRight() => IsQuiet(Snippets.InMethod("context.Log.Information($\"{Math.Log2(x)} bits\"); return Math.Log2(x) > 60 ? Math.Log(x) : 10 * Math.Log10(x);"));

    [RightCase]
    public Task TwoTypesMayTakeTwoBases() => IsQuiet("static class Sample { static double Of(double x) => Math.Log2(x); static class Inner { static double Of(double x) => Math.Log(x); } }");

    [RightCase]
    public Task CodeThatDoesNotKnowTheContractIsLeftAlone() => IsQuietWithoutTheContract("static class Sample { static double Of(double p) => p * Math.Log2(p); }");

    private static string Message(string code, int @base, string reason) =>
        $"'{code}' has base {@base} {reason}; take Math.Log, and where bits are meant say Information.FromNats(...).Bits or Information.FromBits(...)";
}
