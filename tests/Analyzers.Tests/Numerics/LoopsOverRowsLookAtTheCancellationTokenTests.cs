using Infoscope.Analyzers.Numerics;

namespace Infoscope.Analyzers.Tests.Numerics;

public sealed class LoopsOverRowsLookAtTheCancellationTokenTests : RuleTests<LoopsOverRowsLookAtTheCancellationToken>
{
    private const string OfAllRows = "static class Needs { public static InputRequirements All { get; } = new() { Access = RowAccess.AllRows }; }";
    private const string OfSequences = "static class Needs { public static InputRequirements Of(bool whole) => new() { Access = whole ? RowAccess.WholeSequences : RowAccess.Stream }; }";

    [WrongCase]
    public Task ALoopInObserveIsReported() => Reports(
        Estimation("for (var row = 0; row < block.Rows; row++) sum += block.SingleRow(row)[0];", name: "[|Observe|]"), Message("Observe", "a loop", "Means.Observe"));

    [WrongCase]
    public Task ALoopInAnotherTypeIsReported() => Reports(
        Estimation("sums.Add(block.Single);", "private readonly Sums sums = new();", name: "[|Observe|]") + "sealed class Sums { double sum; public void Add(ReadOnlySpan<float> row) { foreach (var x in row) sum += x; } }",
        Message("Observe", "a loop", "Sums.Add"));

    [WrongCase]
    public Task ALoopBehindAnInterfaceIsReported() => Reports(
        Estimation("rule.Add(block.Rows);", "private readonly IRule rule = new Counting();", name: "[|Observe|]")
        + "interface IRule { void Add(int rows); } abstract class Base : IRule { public abstract void Add(int rows); } sealed class Counting : Base { int n; public override void Add(int rows) { while (rows-- > 0) n++; } }",
        Message("Observe", "a loop", "Counting.Add"));

    [WrongCase]
    public Task ALoopInALambdaIsReported() => Reports(
        Estimation("Action<int> add = rows => { do sum++; while (--rows > 0); }; add(block.Rows); for (var i = block.Rows - 1; i >= 0; i--) sum++;", name: "[|Observe|]"), Message("Observe", "a loop", "Means.Observe"));

    [WrongCase]
    public Task ALoopInALoopInCompleteIsReported() => Reports(
        Estimation(complete: "for (var i = 0; i < n; i++) for (var j = 0; j < i; j++) sum += j;", completeName: "[|Complete|]") + OfSequences, Message("Complete", "a loop in a loop", "Means.Complete"));

    [WrongCase]
    public Task ALoopInACallOfALoopInCompleteIsReported() => Reports(
        Estimation(complete: "foreach (var size in Enumerable.Range(0, n)) sum += Spread.Of(size);", completeName: "[|Complete|]") + "static class Spread { public static double Of(int size) { var sum = 0.0; while (size > 0) sum += size--; return sum; } }" + OfAllRows,
        Message("Complete", "a loop in a loop", "Means.Complete"));

    [WrongCase]
    public Task ATokenThatNobodyLooksAtIsReported() => Reports(
        Estimation("Add(block.Rows, context.Cancellation);", "private void Add(int rows, CancellationToken cancellation) { for (var i = 0; i < rows; i++) sum++; }", name: "[|Observe|]"), Message("Observe", "a loop", "Means.Add"));

    [WrongCase]
    public Task AnEmptyTokenInAPropertyIsNoLook() => Reports(
        Estimation("Parallel.For(0, block.Rows, new ParallelOptions { CancellationToken = CancellationToken.None }, row => { while (row-- > 0) Math.Sqrt(row); });", name: "[|Observe|]"), Message("Observe", "a loop", "Means.Observe"));

    [RightCase]
    public Task LookingBeforeTheLoopIsRight() => IsQuiet(Estimation("context.Cancellation.ThrowIfCancellationRequested(); for (var row = 0; row < block.Rows; row++) sum++;"));

    [RightCase]
    public Task LookingFarBelowIsRight() => IsQuiet(
        Estimation("Rule.Run(block.Rows, Row, context.Cancellation);", "private void Row(int row) { for (var i = 0; i < row; i++) sum++; }")
        + "static class Rule { public static void Run(int rows, Action<int> use, CancellationToken cancellation) { for (var i = 0; i < rows && !cancellation.IsCancellationRequested; i++) use(i); } }");

    [RightCase]
    public Task HandingTheTokenToDotNetIsRight() => IsQuiet(Estimation("foreach (var x in block.Single) sum += x; Task.Delay(1, context.Cancellation).GetAwaiter().GetResult();"));

    [RightCase]
    public Task ALoopWithAConstantBoundIsRight() => IsQuiet(Estimation("const int parts = 4; for (var i = 0; i < parts; i++) sum += i; for (var j = 0; j < 2; j++) sum += j;"));

    [RightCase]
    public Task OneLoopAfterAnotherInCompleteIsRight() => IsQuiet(
        Estimation(complete: "for (var i = 0; i < n; i++) sum++; foreach (var one in Parts()) sum += one;", members: "private int[] Parts() { var parts = new int[n]; for (var i = 0; i < n; i++) parts[i] = i; return parts; }") + OfAllRows);

    [RightCase]
    public Task ALoopThatNoEstimationReachesIsRight() => IsQuiet(Estimation() + "static class Other { static int Of(int rows) { var n = 0; for (var i = 0; i < rows; i++) n++; return n; } public static void Observe(int rows) { while (rows > 0) rows--; } }");

    [RightCase]
    public Task HandingTheTokenOnByAPropertyIsRight() => IsQuiet(
        Estimation("var n = block.Rows; Parallel.For(0, n, new ParallelOptions { CancellationToken = context.Cancellation }, row => { for (var i = 0; i < n; i++) Math.Sqrt(i); });"));

    [RightCase]
    public Task TheEndOfAStreamHasNoRowsLeft() => IsQuiet(Estimation(complete: "for (var i = 0; i < n; i++) for (var j = 0; j < i; j++) sum += j;"));

    [RightCase]
    public Task CodeThatDoesNotKnowTheContractIsLeftAlone() => IsQuietWithoutTheContract("interface IEstimation { void Observe(int rows); } class Means : IEstimation { public void Observe(int rows) { while (rows > 0) rows--; } }");

    [Fact]
    public Task ObserveLooksFirst() => Fixes<LoopsOverRowsLookAtTheCancellationTokenFix>(
        Estimation("foreach (var x in block.Single) sum += x;"),
        Estimation("context.Cancellation.ThrowIfCancellationRequested();\n        foreach (var x in block.Single) sum += x;"));

    [Fact]
    public Task ATokenInAFieldIsLookedAt() => Fixes<LoopsOverRowsLookAtTheCancellationTokenFix>(
        WithAToken("foreach (var x in block.Single) Sum += x;"), WithAToken("cancellation.ThrowIfCancellationRequested();\n        foreach (var x in block.Single) Sum += x;"));

    [Fact]
    public Task WithoutAContextThereIsNoCertainFix() => OffersNoFix<LoopsOverRowsLookAtTheCancellationTokenFix>(WithAToken("foreach (var x in block.Single) Sum += x;").Replace("CancellationToken cancellation", "int n", StringComparison.Ordinal));

    [Fact]
    public Task CompleteHasNoCertainFix() => OffersNoFix<LoopsOverRowsLookAtTheCancellationTokenFix>(Estimation(complete: "for (var i = 0; i < n; i++) for (var j = 0; j < i; j++) sum += j;") + OfAllRows);

    private static string Message(string method, string what, string where) =>
        $"'Means.{method}' reaches {what} in '{where}', and nothing that it reaches looks at a CancellationToken; call Cancellation.ThrowIfCancellationRequested() of the EstimationContext there";

    private static string WithAToken(string observe) => $$"""
        using Infoscope;

        sealed class Means : IEstimation
        {
            private readonly CancellationToken cancellation = default;

            public double Sum { get; private set; }

            public void Observe(in ActivationBlock block)
            {
                {{observe}}
            }

            public EstimateSet Complete() => new() { Estimates = [] };
        }
        """;

    private static string Estimation(string observe = "sum = 0;", string members = "", string complete = "", string name = "Observe", string completeName = "Complete") => $$"""
        using Infoscope;

        sealed class Means(EstimationContext context) : IEstimation
        {
            private readonly int n = context.Shape.Features;
            private double sum;

            public void {{name}}(in ActivationBlock block)
            {
                {{observe}}
            }

            public EstimateSet {{completeName}}()
            {
                {{complete}}
                return new() { Estimates = [], Notes = [sum > 0 ? "some" : "none"] };
            }

            {{members}}
        }

        """;
}
