using Infoscope.Analyzers.Numerics;

namespace Infoscope.Analyzers.Tests.Numerics;

public sealed class EstimatesAreNotClampedTests : RuleTests<EstimatesAreNotClamped>
{
    [WrongCase]
    public Task TheLargerOfNothingAndAnAmountIsReported() => Reports(
        Snippets.InMethod("return (Information.FromNats([|Math.Max(0, x)|]) + Information.FromBits([|double.Max(x - 1, 0.0)|])).Nats;"), Message("Math.Max(0, x)", "x"), Message("double.Max(x - 1, 0.0)", "x - 1"));

    [WrongCase]
    public Task AClampIsReported() => Reports(Snippets.InMethod("return Amount.Ratio([|Math.Clamp(x, 0, 1)|]).Number;"), Message("Math.Clamp(x, 0, 1)", "x"));

    [WrongCase]
    public Task AChoiceIsReported() => Reports(
        Snippets.InMethod("return (Information.FromNats([|x < 0 ? 0 : x|]) + Information.FromNats([|x > 0 ? x : 0|]) + Information.FromNats([|0 >= x ? 0 : x|])).Nats;"),
        Message("x < 0 ? 0 : x", "x"), Message("x > 0 ? x : 0", "x"), Message("0 >= x ? 0 : x", "x"));

    [WrongCase]
    public Task AChoiceByTheNatsIsReported() => Reports(
        InEstimate("Value = [|information.Nats < 0 ? Information.Zero : information|]"), Message("information.Nats < 0 ? Information.Zero : information", "information"));

    [WrongCase]
    public Task AnAmountThatBecomesTheValueIsReported() => Reports(
        InEstimate("Value = [|Information.Max(Information.Zero, information)|]"), Message("Information.Max(Information.Zero, information)", "information"));

    [WrongCase]
    public Task AVariableThatHoldsNothingElseIsReported() => Reports(
        Snippets.InMethod("var nats = [|Math.Max(x, 0)|]; context.Log.Information($\"{nats}\"); return Amount.Of(QuantityKind.Information, nats).Number;"), Message("Math.Max(x, 0)", "x"));

    [WrongCase]
    public Task ACaseOfItsOwnDoesNotHideTheClamp() => Reports(
        Snippets.InMethod("return Information.FromNats(values.Length == 0 ? 0 : [|Math.Max(0, x)|]).Nats;"), Message("Math.Max(0, x)", "x"));

    [WrongCase]
    public Task AChangedEstimateIsReported() => Reports(
        "using Infoscope; static class Sample { static Estimate Of(Estimate one, Information x) => one with { Value = [|x < Information.Zero ? Information.Zero : x|] }; }",
        Message("x < Information.Zero ? Information.Zero : x", "x"));

    [RightCase]
    public Task TheEstimateAsItIsIsRight() => IsQuiet(InEstimate("Value = information"));

    [RightCase]
    public Task WhatTheEstimateIsReadAgainstIsRight() => IsQuiet(InEstimate(
        "Value = information, Ceiling = Information.FromNats(Math.Max(0, x)), Floor = Information.Max(Information.Zero, information), Scale = Amount.Ratio(Math.Max(0, x)), StandardError = Math.Max(0, x)"));

    [RightCase]
    public Task ABoundInAVariableIsRight() => IsQuiet(Snippets.InMethod("var floorNats = Math.Max(0, x); var ceiling = Information.FromNats(Math.Max(0, x)); return (ceiling - Information.FromNats(floorNats)).Nats;"));

    [RightCase]
    public Task AVariableThatOnlyBecomesABoundIsRight() => IsQuiet("""
        using Infoscope;

        internal sealed class Sample(double x)
        {
            public Information CeilingOfAll => Information.FromNats(Math.Max(0, x));

            public Estimate Of(Information information)
            {
                var most = Information.FromNats(Math.Max(0, x));
                var same = Information.FromNats(Math.Max(0, x));
                return new() { Quantity = Quantities.Entropy, RowsUsed = 1, Value = information, Ceiling = same, Floor = Floor() };

                Information Floor() => Information.FromNats(Math.Max(0, x));
            }
        }
        """);

    [RightCase]
    public Task ARootAndAProbabilityAreRight() => IsQuiet(Snippets.InMethod("var p = Math.Clamp(x, 0, 1); var root = Math.Sqrt(Math.Max(0, x)); return Information.FromNats(root).Nats + Information.FromNats(-Math.Log(Math.Max(0, x))).Nats + p;"));

    [RightCase]
    public Task TheSmallerOfACeilingAndAnAmountIsRight() => IsQuiet(Snippets.InMethod("return Information.FromNats(Math.Min(x, Math.Log(2))).Nats + Information.FromNats(Math.Max(x, values[0])).Nats;"));

    [RightCase]
    public Task ACountOfThingsIsRight() => IsQuiet(Snippets.InMethod("return Amount.Count(Math.Max(0, values.Length - 1)).Number;"));

    [RightCase]
    public Task AVariableThatIsChangedIsRight() => IsQuiet(Snippets.InMethod("var nats = Math.Max(0, x); nats -= 1; return Information.FromNats(nats).Nats;"));

    [RightCase]
    public Task AnotherChoiceIsRight() => IsQuiet(Snippets.InMethod("return Information.FromNats(values.Length < 1 ? 0 : x).Nats + Information.FromNats(x < 0 ? 0 : values[0]).Nats + Information.FromNats(x < 0 ? x : 0).Nats;"));

    [RightCase]
    public Task WhatACastMakesWholeIsACount() => IsQuiet(Snippets.InMethod("return Amount.Count(Math.Max(0, (int)x)).Number + Amount.Count(Math.Max(0, (double)(long)x)).Number + Amount.Count(Math.Max(0.0, (double)values.Length)).Number;"));

    [RightCase]
    public Task CodeThatDoesNotKnowTheContractIsLeftAlone() => IsQuietWithoutTheContract(
        "static class Information { public static double FromNats(double x) => x; } static class Sample { static double Of(double x) => Information.FromNats(Math.Max(0, x)); }");

    [Fact]
    public Task TheClampGoes() => Fixes<EstimatesAreNotClampedFix>(
        Snippets.InMethod("return Information.FromNats(Math.Max(0, x - values[0])).Nats;"), Snippets.InMethod("return Information.FromNats(x - values[0]).Nats;"));

    [Fact]
    public Task TheChoiceGoes() => Fixes<EstimatesAreNotClampedFix>(
        Snippets.InMethod("return Amount.Ratio(x < 0 ? 0 : x).Number;"), Snippets.InMethod("return Amount.Ratio(x).Number;"));

    [Fact]
    public Task ACastStays() => Fixes<EstimatesAreNotClampedFix>(
        Snippets.InMethod("return Information.FromNats(Math.Max(0, (float)x)).Nats;"), Snippets.InMethod("return Information.FromNats((float)x).Nats;"));

    [Fact]
    public Task TheClampOfAnAmountGoes() => Fixes<EstimatesAreNotClampedFix>(InEstimate("Value = Information.Max(information, default)"), InEstimate("Value = information"));

    [Fact]
    public Task AnUpperBoundHasNoCertainFix() => OffersNoFix<EstimatesAreNotClampedFix>(Snippets.InMethod("return Amount.Ratio(Math.Clamp(x, 0, 1)).Number;"));

    [Fact]
    public Task AVariableHasNoCertainFix() => OffersNoFix<EstimatesAreNotClampedFix>(Snippets.InMethod("var nats = Math.Max(0, x); return Information.FromNats(nats).Nats;"));

    private static string InEstimate(string members) => $$"""
        using Infoscope;

        internal static class Sample
        {
            public static Estimate Of(double x, Information information) => new() { Quantity = Quantities.Entropy, RowsUsed = 1, {{members}} };
        }
        """;

    private static string Message(string code, string clamped) => $"'{code}' hides an estimate below 0, which shows its spread and bias; give '{clamped}' as it is, and say in Notes what a value below 0 means";
}
