using Infoscope.Analyzers.Numerics;

namespace Infoscope.Analyzers.Tests.Numerics;

public sealed class NumericalFailuresAreNotDroppedTests : RuleTests<NumericalFailuresAreNotDropped>
{
    [WrongCase]
    public Task AFailureThatBecomesANumberIsReported() => Reports(Around("[|catch (NumericalFailureException)|] { return double.NaN; }"), Message("catch (NumericalFailureException)"));

    [WrongCase]
    public Task EveryBaseOfItIsReported() => Reports(
        $"{Around("[|catch (ArithmeticException failure)|] { return 0; }")} {After("[|catch (SystemException)|] { }")} {After("[|catch (Exception)|] { }")} {After("[|catch|] { }")}",
        Message("catch (ArithmeticException failure)"), Message("catch (SystemException)"), Message("catch (Exception)"), Message("catch"));

    [WrongCase]
    public Task AFilterThatLetsItInIsReported() => Reports(
        Around("[|catch (Exception failure)|] when (failure is ActivationShapeException or NumericalFailureException) { return 0; }"), Message("catch (Exception failure)"));

    [WrongCase]
    public Task AFilterOfSomethingElseIsReported() => Reports(Around("[|catch (NumericalFailureException)|] when (rows < 3) { return 0; }"), Message("catch (NumericalFailureException)"));

    [WrongCase]
    public Task WhatALambdaThrowsLaterIsNotThrown() => Reports(
        Around("[|catch (NumericalFailureException)|] { Func<int> later = static () => Half(1); return later(); }"), Message("catch (NumericalFailureException)"));

    [RightCase]
    public Task ThrowingIsRight() => IsQuiet($"{Around("catch (NumericalFailureException) { throw new NumericalFailureException(\"rows are alike\"); }")} {After("catch { throw; }")}");

    [RightCase]
    public Task SayingItInANoteIsRight() => IsQuiet(Around("catch (NumericalFailureException failure) { notes.Add(failure.Message); return double.NaN; }"));

    [RightCase]
    public Task AFilterThatKeepsItOutIsRight() => IsQuiet(
        $"{Around("catch (Exception failure) when (failure is not NumericalFailureException) { return 0; }")} {After("catch (Exception failure) when (failure is IOException or FormatException) { }")} {After("catch (Exception failure) when (failure is IOException && rows > 1) { }")}");

    [RightCase]
    public Task AnotherExceptionIsRight() => IsQuiet($"{Around("catch (OverflowException) { return 0; }")} {After("catch (EndOfStreamException) { }")}");

    [RightCase]
    public Task AnEarlierClauseThatAnswersIsRight() => IsQuiet(Around("catch (NumericalFailureException failure) { notes.Add(failure.Message); return 0; } catch (Exception) { return 0; }"));

    [RightCase]
    public Task WhatCannotFailNumericallyIsRight() => IsQuiet("static class Sample { static bool Is(string path) { try { File.ReadAllText(path); return true; } catch (Exception) { return false; } } }");

    [RightCase]
    public Task AFilterThatLooksAtTheFailureIsRight() => IsQuiet(Around("catch (Exception failure) when (IsNoted(failure)) { return 0; }"));

    [RightCase]
    public Task CodeThatDoesNotKnowTheContractIsLeftAlone() => IsQuietWithoutTheContract("static class Sample { static void Of(Action work) { try { work(); } catch { } } }");

    private static string Around(string clause) => $$"""
        using Infoscope;

        internal static partial class Sample
        {
            private static int Half(int rows) => rows / 2;

            private static bool IsNoted(Exception failure) => failure.Message.Length > 0;

            public static double Of(int rows, List<string> notes)
            {
                try
                {
                    return Half(rows);
                }
                {{clause}}
            }
        }
        """;

    private static int place;

    private static string After(string clause) => $$"""
        internal static partial class Sample
        {
            public static void Again{{Interlocked.Increment(ref place)}}(int rows)
            {
                try
                {
                    Half(rows);
                }
                {{clause}}
            }
        }
        """;

    private static string Message(string code) => $"'{code}' drops a NumericalFailureException and with it why there is no answer; let it through, throw one that says more, or put its Message into Notes";
}
