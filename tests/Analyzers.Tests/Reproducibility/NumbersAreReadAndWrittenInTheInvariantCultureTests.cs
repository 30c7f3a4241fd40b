using Infoscope.Analyzers.Reproducibility;

namespace Infoscope.Analyzers.Tests.Reproducibility;

public sealed class NumbersAreReadAndWrittenInTheInvariantCultureTests : RuleTests<NumbersAreReadAndWrittenInTheInvariantCulture>
{
    private const string HandItOver = "hand it CultureInfo.InvariantCulture";
    private const string WriteIt = "write the text by string.Create(CultureInfo.InvariantCulture, $\"...\")";

    [WrongCase]
    public Task ReadingANumberIsReported() => Reports(
        Snippets.InMethod("return [|double.Parse(\"1.5\")|] + ([|int.TryParse(\"1\", out var n)|] ? n : 0) + [|double.Parse(\"2\", null)|] + [|Convert.ToSingle(\"1\")|];"),
        Message("Double.Parse", HandItOver),
        Message("Int32.TryParse", HandItOver),
        Message("Double.Parse", HandItOver),
        Message("Convert.ToSingle", HandItOver));

    [WrongCase]
    public Task WritingANumberIsReported() => Reports(
        Snippets.InMethod("context.Log.Warning([|x.ToString()|] + [|x.ToString(\"F2\")|] + [|values.Length.ToString(\"N0\")|] + values.Length.ToString() + [|default(DateTime).ToString(\"d\")|]); return x;"),
        Message("Double.ToString", HandItOver),
        Message("Double.ToString", HandItOver),
        Message("Int32.ToString", HandItOver),
        Message("DateTime.ToString", HandItOver));

    [WrongCase]
    public Task ATextWithAFractionIsReported() => Reports(
        Snippets.InMethod("double? maybe = x; context.Log.Warning($\"{values.Length}: {[|x|]} and {[|maybe|]:F2} of \" + \"all \" + [|x|]); return x;"),
        Message("'x' in a text", WriteIt),
        Message("'maybe' in a text", WriteIt),
        Message("'x' in a text", WriteIt));

    [WrongCase]
    public Task AFormatThatTheCodeComputesIsReported() => Reports(
        "static class Sample { static string Of(int n, uint m, string format) => [|n.ToString(format)|] + [|m.ToString(format)|]; }", Message("Int32.ToString", HandItOver), Message("UInt32.ToString", HandItOver));

    [WrongCase]
    public Task ATextThatIsNoExceptionsIsReported() => Reports(
        Snippets.InMethod("var why = $\"{[|x|]}\"; try { return values[(int)[|double.Parse(why)|]]; } catch (Exception) { throw new ArgumentException(why, values[[|int.Parse(\"1\")|]] > 0 ? null : new FormatException()); }"),
        Message("'x' in a text", WriteIt),
        Message("Double.Parse", HandItOver),
        Message("Int32.Parse", HandItOver));

    [WrongCase]
    public Task WhatAnExceptionReadsIsReported() => Reports(
        "sealed class Refused(double limit) : Exception { static Refused Of(string text) => new([|double.Parse(text)|]); double Limit => limit; }", Message("Double.Parse", HandItOver));

    [WrongCase]
    public Task AConstantFractionIsReportedToo() => Reports(
        Snippets.InMethod("const double half = 0.5; context.Log.Warning($\"at least {[|half|]}\"); return x;"), Message("'half' in a text", WriteIt));

    [WrongCase]
    public Task AFormatWithAFractionIsReported() => Reports(
        Snippets.InMethod("context.Log.Warning([|string.Format(\"{0} {1}\", 1, x)|]); var text = new System.Text.StringBuilder(); [|text.Append(x)|]; text.Append($\"{[|x|]}\"); return x;"),
        Message("String.Format", HandItOver),
        Message("StringBuilder.Append", "append the text of string.Create(CultureInfo.InvariantCulture, $\"...\")"),
        Message("'x' in a text", WriteIt));

    [WrongCase]
    public Task TheCultureOfTheMachineIsReported() => Reports(
        Snippets.InMethod("return double.Parse(\"1\", [|System.Globalization.CultureInfo.CurrentCulture|]) + [|Thread.CurrentThread.CurrentCulture|].LCID + [|System.Globalization.NumberFormatInfo.CurrentInfo|].CurrencyDecimalDigits;"),
        Message("CultureInfo.CurrentCulture", "say CultureInfo.InvariantCulture"),
        Message("Thread.CurrentCulture", "say CultureInfo.InvariantCulture"),
        Message("NumberFormatInfo.CurrentInfo", "say CultureInfo.InvariantCulture"));

    [WrongCase]
    public Task LettersOfTheMachineAreReported() => Reports(
        Snippets.InMethod("return [|\"I\".ToLower()|].Length + [|char.ToUpper('i')|];"), Message("String.ToLower", "say ToLowerInvariant"), Message("Char.ToUpper", "say ToUpperInvariant"));

    [RightCase]
    public Task ACultureThatIsHandedOverIsRight() => IsQuiet("""
        using System.Globalization;
        static class Sample
        {
            static string Of(double x, NumberFormatInfo format) =>
                x.ToString("F2", CultureInfo.InvariantCulture) + double.Parse("1", NumberStyles.Float, format).ToString(format) + string.Format(CultureInfo.InvariantCulture, "{0}", x) + "I".ToLower(CultureInfo.InvariantCulture);
        }
        """);

    [RightCase]
    public Task ATextInTheInvariantCultureIsRight() => IsQuiet("""
        using System.Globalization;
        using System.Text;
        static class Sample
        {
            static string Of(double x, StringBuilder to)
            {
                to.Append(CultureInfo.InvariantCulture, $"{x}");
                FormattableString later = $"{x:F3}";
                return string.Create(CultureInfo.InvariantCulture, $"{x} of {later.Format}") + FormattableString.Invariant($"{x}");
            }
        }
        """);

    [RightCase]
    public Task ATextWithCountsAndNamesIsRight() => IsQuiet(Snippets.InMethod("context.Log.Information($\"{values.Length} rows of {context.EstimatorId}, {x > 0}\" + values.Length + string.Format(\"{0}\", context.EstimatorId)); return x;"));

    [RightCase]
    public Task TheTextOfAnExceptionIsRight() => IsQuiet("""
        using Infoscope;
        using System.Text;
        sealed class Refused(double x) : Exception($"refused {x}")
        {
            static void Of(double x, double[] values) => throw (values.Length) switch
            {
                0 => new NumericalFailureException($"x is {x:R}; " + (x > 0 ? $"{x} is above 0" : "it is" + x)),
                1 => Refusal($"a sum is {x}" + string.Format("{0}", x)),
                2 => new ArgumentOutOfRangeException(nameof(x), x.ToString("F2").PadLeft(9)),
                3 => new InvalidOperationException($"{string.Join(", ", values.Length, x.ToString())}", new Refused(x)),
                _ => new ActivationShapeException($"{values.Length.ToString()} of {x switch { > 0 => $"{x}", _ => "none" }}"),
            };

            static Refused Refusal(string why) => new(why.Length);
        }
        """);

    [RightCase]
    public Task WhatIsTheSameInAllCulturesIsRight() => IsQuiet(Snippets.InMethod(
        "context.Log.Information(7u.ToString() + 255.ToString(\"x4\") + default(DateTime).ToString(\"O\") + TimeSpan.Zero.ToString() + true.ToString() + 'c'.ToString() + DayOfWeek.Friday.ToString()); return Convert.ToDouble(values.Length);"));

    [RightCase]
    public Task LettersOfNoCultureAreRight() => IsQuiet(Snippets.InMethod("return \"I\".ToLowerInvariant().Length + char.ToUpperInvariant('i');"));

    [RightCase]
    public Task AParserOfOnesOwnIsRight() => IsQuiet("class Range { public static Range Parse(string text) => new(); public override string ToString() => \"range\"; static string Of() => Parse(\"0..1\").ToString(); }");

    [RightCase]
    public Task CodeThatDoesNotKnowTheContractIsLeftAlone() => IsQuietWithoutTheContract("static class Sample { static double Of(string text) => double.Parse(text); }");

    [Fact]
    public Task AParserIsHandedTheCulture() => Fixes<NumbersAreReadAndWrittenInTheInvariantCultureFix>(
        "using System.Globalization; static class Sample { static double Of(string text) => 1 + double.Parse(text, NumberStyles.Float); }",
        "using System.Globalization; static class Sample { static double Of(string text) => 1 + double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture); }");

    [Fact]
    public Task WithoutTheUsingTheCultureIsNamedInFull() => Fixes<NumbersAreReadAndWrittenInTheInvariantCultureFix>(
        "static class Sample { static bool Of(string text) => int.TryParse(text, out var n) && n > 0; }",
        "static class Sample { static bool Of(string text) => int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var n) && n > 0; }");

    [Fact]
    public Task AFormatIsHandedTheCultureFirst() => Fixes<NumbersAreReadAndWrittenInTheInvariantCultureFix>(
        "using System.Globalization; static class Sample { static string Of(double x) => string.Format(\"{0} {1} {2} {3}\", x, 1, 2, 3); }",
        "using System.Globalization; static class Sample { static string Of(double x) => string.Format(CultureInfo.InvariantCulture, \"{0} {1} {2} {3}\", x, 1, 2, 3); }");

    [Fact]
    public Task ATextIsCreatedInTheCulture() => Fixes<NumbersAreReadAndWrittenInTheInvariantCultureFix>(
        "using System.Globalization; static class Sample { static string Of(double x) => $\"{x:F2} nats\"; }",
        "using System.Globalization; static class Sample { static string Of(double x) => string.Create(CultureInfo.InvariantCulture, $\"{x:F2} nats\"); }");

    [Fact]
    public Task LettersAreChangedInNoCulture() => Fixes<NumbersAreReadAndWrittenInTheInvariantCultureFix>(
        "static class Sample { static string Of(string text) => text.Trim().ToLower(); }", "static class Sample { static string Of(string text) => text.Trim().ToLowerInvariant(); }");

    [Fact]
    public Task TheCultureOfTheMachineGivesWay() => Fixes<NumbersAreReadAndWrittenInTheInvariantCultureFix>(
        "using System.Globalization; static class Sample { static double Of(string text) => double.Parse(text, CultureInfo.CurrentCulture); }",
        "using System.Globalization; static class Sample { static double Of(string text) => double.Parse(text, CultureInfo.InvariantCulture); }");

    [Fact]
    public Task ASumHasNoCertainFix() => OffersNoFix<NumbersAreReadAndWrittenInTheInvariantCultureFix>("static class Sample { static string Of(double x) => \"x = \" + x; }");

    [Fact]
    public Task AnArgumentByNameHasNoCertainFix() => OffersNoFix<NumbersAreReadAndWrittenInTheInvariantCultureFix>("static class Sample { static double Of(string text) => double.Parse(s: text); }");

    [Fact]
    public Task SettingTheCultureHasNoCertainFix() => OffersNoFix<NumbersAreReadAndWrittenInTheInvariantCultureFix>("using System.Globalization; static class Sample { static void Of(CultureInfo one) => CultureInfo.CurrentCulture = one; }");

    private static string Message(string what, string remedy) => $"{what} follows the culture of the machine; {remedy}";
}
