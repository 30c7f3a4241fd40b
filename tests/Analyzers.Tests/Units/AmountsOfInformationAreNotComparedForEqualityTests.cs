using Infoscope.Analyzers.Units;

namespace Infoscope.Analyzers.Tests.Units;

public sealed class AmountsOfInformationAreNotComparedForEqualityTests : RuleTests<AmountsOfInformationAreNotComparedForEquality>
{
    [WrongCase]
    public Task EqualityOfInformationIsReported() => Reports(
        "using Infoscope; static class Sample { static bool Of(Information a, Information b) => [|a == b|] || [|a.Equals(b)|] || [|b != Information.FromNats(1)|]; }",
        Message("a == b"), Message("a.Equals(b)"), Message("b != Information.FromNats(1)"));

    [WrongCase]
    public Task EqualityOfAmountsIsReported() => Reports(
        "using Infoscope; static class Sample { static bool Of(Estimate a, Estimate b) => [|a.Value == b.Value|] || [|a.Ceiling != b.Value|] || [|Equals(a.Value, b.Value)|]; }",
        Message("a.Value == b.Value"), Message("a.Ceiling != b.Value"), Message("Equals(a.Value, b.Value)"));

    [WrongCase]
    public Task EqualityOfNumbersOfNatsOrBitsIsReported() => Reports(
        "using Infoscope; static class Sample { static bool Of(Information a, double other) => [|a.Nats == other|] || [|other != a.Bits|]; }", Message("a.Nats == other"), Message("other != a.Bits"));

    [WrongCase]
    public Task VariablesNamedByTheirUnitAreReported() => Reports(
        Snippets.InMethod("var entropyNats = x; var before = values[0]; while ([|entropyNats != before|]) entropyNats /= 2; return [|entropyNats.Equals(before)|] ? 1 : 0;"),
        Message("entropyNats != before"), Message("entropyNats.Equals(before)"));

    [WrongCase]
    public Task ANumberThatIsNotZeroIsReported() => Reports(Snippets.InMethod("var nats = x; return [|nats == 0.5|] ? 1 : 0;"), Message("nats == 0.5"));

    [RightCase]
    public Task ADifferenceWithinAToleranceIsRight() => IsQuiet("using Infoscope; static class Sample { static bool Of(Information a, Information b) => Math.Abs(a.Nats - b.Nats) <= 1e-9 || a > b; }");

    [RightCase]
    public Task NothingAndInfinityAreReachedExactly() => IsQuiet("""
        using Infoscope;
        static class Sample
        {
            static bool Of(Information a, Amount? scale, double ownNats) =>
                a == Information.Zero || a != default || scale == null || ownNats == 0 || a.Nats == double.PositiveInfinity || ownNats is 0 || a.Equals(Information.FromNats(0));
        }
        """);

    [RightCase]
    public Task AskingWhetherItIsANumberIsRight() => IsQuiet(Snippets.InMethod("var nats = x; return nats != nats || double.IsNaN(nats) ? 1 : 0;"));

    [RightCase]
    public Task ATypeDefinesItsOwnEquality() => IsQuiet("""
        using Infoscope;
        sealed class Result : IEquatable<Result>
        {
            public Information Entropy { get; init; }
            public bool Equals(Result? other) => other is not null && Entropy == other.Entropy;
            public override bool Equals(object? other) => Equals(other as Result);
            public override int GetHashCode() => Entropy.GetHashCode();
            public static bool operator ==(Result left, Result right) => left.Entropy.Nats == right.Entropy.Nats;
            public static bool operator !=(Result left, Result right) => left.Entropy.Nats != right.Entropy.Nats;
        }
        """);

    [RightCase]
    public Task WholeNumbersOfBitsAreRight() => IsQuiet("static class Sample { static bool Of(int unknownBits, long haveBits, string nats) => unknownBits == haveBits || nats == \"nats\"; }");

    [RightCase]
    public Task OtherNumbersAreRight() => IsQuiet(Snippets.InMethod("return x == values[0] || x.Equals(values[1]) || \"a\" == \"b\" ? 1 : 0;"));

    [RightCase]
    public Task CodeThatDoesNotKnowTheContractIsLeftAlone() => IsQuietWithoutTheContract("static class Sample { static bool Of(double aNats, double bNats) => aNats == bNats; }");

    private static string Message(string code) => $"'{code}' asks for equality of amounts of information, which rounding decides; compare the difference in nats with a tolerance, as in Math.Abs(a - b) <= toleranceNats";
}
