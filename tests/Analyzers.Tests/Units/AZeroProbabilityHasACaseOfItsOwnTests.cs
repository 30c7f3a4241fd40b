using Infoscope.Analyzers.Units;

namespace Infoscope.Analyzers.Tests.Units;

public sealed class AZeroProbabilityHasACaseOfItsOwnTests : RuleTests<AZeroProbabilityHasACaseOfItsOwn>
{
    [WrongCase]
    public Task AProductWithItsOwnLogarithmIsReported() => Reports(Snippets.InMethod("foreach (var p in values) x -= [|p * Math.Log(p)|]; return x;"), Message("p * Math.Log(p)", "p"));

    [WrongCase]
    public Task TheLogarithmMayStandInFrontAndTheSignAnywhere() => Reports(
        Snippets.InMethod("return [|Math.Log(x) * x|] + [|-x * Math.Log2(x)|] - ([|x * -Math.Log(x)|]);"), Message("Math.Log(x) * x", "x"), Message("-x * Math.Log2(x)", "x"), Message("x * -Math.Log(x)", "x"));

    [WrongCase]
    public Task ADivergenceIsReported() => Reports(
        Snippets.InMethod("for (var i = 0; i < values.Length; i++) x += [|values[i] * Math.Log(values[i] / x)|] + [|values[i] * Math.Log(1 / values[i])|]; return x;"),
        Message("values[i] * Math.Log(values[i] / x)", "values[i]"), Message("values[i] * Math.Log(1 / values[i])", "values[i]"));

    [WrongCase]
    public Task FrequenciesAreReported() => Reports(
        "static class Sample { static double Of(int[] counts, double n) => -counts.Sum(count => [|count / n * Math.Log(count / n)|]); }", Message("count / n * Math.Log(count / n)", "count / n"));

    [WrongCase]
    public Task AShareOfACountIsReported() => Reports(
        "static class Sample { static double Of(int[] counts, double n) { double h = 0; foreach (var count in counts) { var p = count / n; h -= [|p * Math.Log(p)|] / 2; } return h; } }", Message("p * Math.Log(p)", "p"));

    [WrongCase]
    public Task ACountOfSeveralIsReported() => Reports(
        "static class Sample { static double Of(int[] counts) { double h = 0; for (var i = 0; i < counts.Length; i++) h -= [|counts[i] * Math.Log(counts[i])|]; return h; } }", Message("counts[i] * Math.Log(counts[i])", "counts[i]"));

    [WrongCase]
    public Task ACheckOfTheRangeIsNoCaseOfZero() => Reports(
        Snippets.InMethod("if (x < 0 || x > 1 || values.Length == 0) throw new ArgumentException(\"x\"); return [|x * Math.Log(x)|];"), Message("x * Math.Log(x)", "x"));

    [WrongCase]
    public Task APatternOfTheRangeIsNoCaseOfZero() => Reports(
        Snippets.InMethod("if (x is < 0 or > 1) throw new ArgumentException(\"x\"); return x is >= 0 and <= 1 ? [|x * Math.Log(x)|] : 0;"), Message("x * Math.Log(x)", "x"));

    [WrongCase]
    public Task ACheckOfTheTotalIsNoCaseOfZero() => Reports(
        Snippets.InMethod("var total = values.Sum(); if (total == 0) return 0; foreach (var value in values) { var p = value / total; x -= [|p * Math.Log(p)|]; } return x;"), Message("p * Math.Log(p)", "p"));

    [WrongCase]
    public Task TheRestOfALargerOfTwoIsReported() => Reports(
        Snippets.InMethod("x = Math.Max(x, 1e-9); return -x * Math.Log(x) - [|(1 - x) * Math.Log(1 - x)|];"), Message("(1 - x) * Math.Log(1 - x)", "1 - x"));

    [WrongCase]
    public Task AMemberOfAnItemIsReported() => Reports(
        Snippets.InMethod("return values.Select(v => new { P = v / 2 }).Sum(one => [|one.P * Math.Log(one.P)|]);"), Message("one.P * Math.Log(one.P)", "one.P"));

    [WrongCase]
    public Task AHelperThatItsOnlyCallGuardsIsReported() => Reports(
        "static class Sample { static double Term(double p, double q) => [|p * Math.Log(p / q)|]; static double Of(double p, double q) => p > 0 ? Term(p, q) : 0; }", Message("p * Math.Log(p / q)", "p"));

    [WrongCase]
    public Task TheMessageIsOneLine() => Reports(Snippets.InMethod("return [|x\n    * Math.Log(x)|];"), Message("x * Math.Log(x)", "x"));

    [WrongCase]
    public Task WhatIsTakenFromItselfManyTimesIsReported() => Reports(
        Snippets.InMethod($"{string.Concat(Enumerable.Range(2, 40).Select(i => $"values = values.Select(v => v / {i}).ToArray(); "))} foreach (var p in values) x -= [|p * Math.Log(p)|]; return x;"), Message("p * Math.Log(p)", "p"));

    [RightCase]
    public Task ACaseOfItsOwnIsRight() => IsQuiet(Snippets.InMethod("foreach (var p in values) { if (p > 0) x -= p * Math.Log(p); } return x + (x == 0 ? 0 : x * Math.Log(x));"));

    [RightCase]
    public Task TheEntropyOfTwoOutcomesMayBeCheckedAtBothEnds() => IsQuiet("""
        static class Sample
        {
            static double Of(double p) => p == 0 || p == 1 ? 0 : -p * Math.Log(p) - (1 - p) * Math.Log(1 - p);
            static double Within(double p) => p > 0 && p < 1.0 ? -p * Math.Log(p) - (1.0 - p) * Math.Log(1.0 - p) : 0;
            static double Matching(double p) { var q = 1 - p; return p is > 0 and < 1 ? -p * Math.Log(p) - q * Math.Log(q) : 0; }
        }
        """);

    [RightCase]
    public Task APatternIsRight() => IsQuiet(Snippets.InMethod("foreach (var p in values) { if (p is 0) continue; x -= p * Math.Log(p); } return x + values[0] switch { 0 => 0, _ => values[0] * Math.Log(values[0]) } + (values[1] is > 0 and < 1 ? values[1] * Math.Log(values[1]) : 0);"));

    [RightCase]
    public Task AFilterIsRight() => IsQuiet(Snippets.InMethod("""
        var some = values.Where(value => value > 0).ToArray();
        foreach (var p in some) x -= p * Math.Log(p);
        for (var i = 0; i < some.Length; i++) x -= some[i] * Math.Log(some[i]);
        x += (from p in values where p > 0 select p * Math.Log(p)).Sum();
        return x - values.Where(value => value != 0).Select(value => value / 2).Sum(q => q * Math.Log(q));
        """));

    [RightCase]
    public Task ASmallNumberThatIsAddedIsRight() => IsQuiet(Snippets.InMethod("""
        const double epsilon = 1e-12;
        foreach (var value in values) { var p = value + epsilon; x -= p * Math.Log(p); }
        foreach (var value in values) { var q = (value + 1) / (x + values.Length); x -= q * Math.Log(q); }
        foreach (var value in values) { var r = Math.Max(value, 1e-300); x -= r * Math.Log(r); }
        foreach (var value in values) x -= value * Math.Log(value + 1e-12) + value * Math.Log(Math.Max(value, 1e-300)) + value * Math.Log(1 + value);
        return x;
        """));

    [RightCase]
    public Task ACheckOfTheCountIsRight() => IsQuiet(
        "static class Sample { static double Of(int[] counts, double n) { double h = 0; foreach (var count in counts) { if (count < 1) continue; var p = count / n; h -= p * Math.Log(p); } return h; } }");

    [RightCase]
    public Task WhatIsListedHasOccurred() => IsQuiet("""
        static class Sample
        {
            static double Of(string[] words)
            {
                double h = 0, n = words.Length;
                var counts = words.GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
                foreach (var (_, count) in counts) { var p = count / n; h -= p * Math.Log(p); }
                foreach (var pair in counts) { var p = pair.Value / n; h -= p * Math.Log(p); }
                foreach (var count in counts.Values) h -= count / n * Math.Log(count / n);
                return h - words.GroupBy(word => word).Select(group => group.Count() / n).Sum(p => p * Math.Log(p));
            }
        }
        """);

    [RightCase]
    public Task ACheckThatThrowsIsRight() => IsQuiet(Snippets.InMethod("ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x); return x * Math.Log(x);"));

    [RightCase]
    public Task OtherProductsAreRight() => IsQuiet(Snippets.InMethod("return 0.5 * Math.Log(0.5 * x) + x * Math.Log(2) + values.Length * Math.Log(values.Length) + (x - 0.5) * Math.Log(x) + values[0] * Math.Log(values[1]);"));

    [RightCase]
    public Task WhatADictionaryHoldsHasOccurred() => IsQuiet("""
        static class Sample
        {
            static double Of(Dictionary<string, double> shares, IReadOnlyDictionary<int, double> others)
            {
                double h = 0;
                foreach (var pair in shares) h -= pair.Value * Math.Log(pair.Value);
                foreach (var (_, p) in others) h -= p * Math.Log(p);
                foreach (var pair in others) { var p = pair.Value / 2; h -= p * Math.Log(p); }
                return h - shares.Select(pair => pair.Value * Math.Log(pair.Value)).Sum() - shares.OrderBy(pair => pair.Key).Sum(pair => pair.Value * Math.Log(pair.Value / h));
            }
        }
        """);

    [RightCase]
    public Task WhatAGroupBecomesHasOccurred() => IsQuiet("""
        static class Sample
        {
            static double Of(int[] words, (double P, double Q)[] pairs) =>
                words.GroupBy(word => word).Select(group => new { P = group.Count() / (double)words.Length }).Sum(group => group.P * Math.Log(group.P))
                + pairs.Where(pair => pair.P > 0).Sum(pair => pair.P * Math.Log(pair.P / pair.Q));
        }
        """);

    [RightCase]
    public Task AParameterThatIsRaisedIsRight() => IsQuiet(Snippets.InMethod("x = double.Max(x, double.Epsilon); values = values.Where(value => value > 0).ToArray(); foreach (var p in values) x -= p * Math.Log(p); return x * Math.Log(x);"));

    [RightCase]
    public Task TheRestOfASmoothedShareIsRight() => IsQuiet("""
        static class Sample
        {
            static double Of(int count, double n)
            {
                var p = (count + 1) / (n + 2);
                var q = 1 - p;
                return -p * Math.Log(p) - (1 - p) * Math.Log(1 - p) - q * Math.Log(q);
            }

            static double Clamped(double p)
            {
                p = Math.Clamp(p, 1e-9, 1 - 1e-9);
                return -p * Math.Log(p) - (1 - p) * Math.Log(1 - p);
            }
        }
        """);

    [RightCase]
    public Task CodeThatDoesNotKnowTheContractIsLeftAlone() => IsQuietWithoutTheContract("static class Sample { static double Of(double p) => p * Math.Log(p); }");

    [Fact]
    public Task ATermBecomesAChoice() => Fixes<AZeroProbabilityHasACaseOfItsOwnFix>(
        Snippets.InMethod("foreach (var p in values) x -= p * Math.Log(p); return x;"), Snippets.InMethod("foreach (var p in values) x -= (p == 0 ? 0 : p * Math.Log(p)); return x;"));

    [Fact]
    public Task AnElementBecomesAChoice() => Fixes<AZeroProbabilityHasACaseOfItsOwnFix>(
        Snippets.InMethod("var i = 0; return 1 + -values[i] * Math.Log(values[i]);"), Snippets.InMethod("var i = 0; return 1 + (values[i] == 0 ? 0 : -values[i] * Math.Log(values[i]));"));

    [Fact]
    public Task ALambdaBecomesAChoice() => Fixes<AZeroProbabilityHasACaseOfItsOwnFix>(
        Snippets.InMethod("return values.Sum(p => Math.Log(p) * p);"), Snippets.InMethod("return values.Sum(p => (p == 0 ? 0 : Math.Log(p) * p));"));

    [Fact]
    public Task AValueThatIsComputedTwiceHasNoCertainFix() => OffersNoFix<AZeroProbabilityHasACaseOfItsOwnFix>(
        "static class Sample { static double Next() => 0; static double Of() => Next() * Math.Log(Next()); }");

    private static string Message(string code, string weight) => $"'{code}' is NaN where {weight} is 0, and so is every sum with it; leave such a term out, or take 0 for it where {weight} == 0";
}
