using Infoscope.Analyzers.Reproducibility;

namespace Infoscope.Analyzers.Tests.Reproducibility;

public sealed class StaticStateDoesNotChangeTests : RuleTests<StaticStateDoesNotChange>
{
    [WrongCase]
    public Task AFieldThatCanBeAssignedIsReported() => Reports("static class Sample { private static int [|runs|]; public static int Next() => ++runs; }", Message("runs", "can be assigned"));

    [WrongCase]
    public Task APropertyThatCanBeSetIsReported() => Reports(
        "class Sample { public static double [|Scale|] { get; set; } = 1; public static string [|Name|] { get; private set; } = \"\"; }",
        Message("Scale", "can be assigned"),
        Message("Name", "can be assigned"));

    [WrongCase]
    public Task AFieldOfEachThreadIsReported() => Reports(
        "class Sample { [ThreadStatic] private static double[]? [|scratch|]; private static readonly ThreadLocal<int> [|Depth|] = new(); static readonly AsyncLocal<int> [|Flow|] = new(); }",
        Message("scratch", "is kept for each thread"),
        Message("Depth", "is kept for each thread"),
        Message("Flow", "is kept for each thread"));

    [WrongCase]
    public Task ACollectionThatCanBeChangedIsReported() => Reports(
        "class Sample { internal static readonly Dictionary<int, double> [|Cache|] = []; static readonly System.Collections.Concurrent.ConcurrentQueue<int> [|Free|] = new(); public static List<int> [|Seen|] { get; } = []; }",
        Message("Cache", "is a Dictionary, which can be changed"),
        Message("Free", "is a ConcurrentQueue, which can be changed"),
        Message("Seen", "is a List, which can be changed"));

    [WrongCase]
    public Task ATableThatItsTypeChangesIsReported() => Reports(
        """
        static class Sample
        {
            static readonly Dictionary<int, double> Cache = [];
            static readonly List<int> Seen = [];
            static Queue<int> Free { get; } = new();
            static readonly List<List<int>> [|Rows|] = [[1], [2]];

            static double Of(int n)
            {
                [|Seen|].Add(n);
                return Cache.TryGetValue(n, out var found) ? found : [|Cache|][n] = Inner.Next();
            }

            static class Inner { public static int Next() => [|Free|].Dequeue(); }
        }
        """,
        Message("Rows", "is a List, which can be changed"),
        Message("Seen", "is a List that is changed or handed on here"),
        Message("Cache", "is a Dictionary that is changed or handed on here"),
        Message("Free", "is a Queue that is changed or handed on here"));

    [WrongCase]
    public Task ATableThatIsHandedOnIsReported() => Reports(
        """
        static class Sample
        {
            static readonly HashSet<int> One = [1];
            static readonly HashSet<int> Two = [1];
            static readonly List<int> Three = [1];
            static HashSet<int> Given => [|One|];
            static void Use() { Fill([|Two|]); var three = [|Three|]; three.Add(1); }
            static void Fill(HashSet<int> some) => some.Add(2);
        }
        """,
        Message("One", "is a HashSet that is changed or handed on here"),
        Message("Two", "is a HashSet that is changed or handed on here"),
        Message("Three", "is a List that is changed or handed on here"));

    [WrongCase]
    public Task AnEventIsReported() => Reports("static class Sample { public static event Action? [|Done|]; public static void Say() => Done?.Invoke(); }", Message("Done", "can be subscribed to"));

    [WrongCase]
    public Task WritingIntoAStaticArrayIsReported() => Reports(
        "static class Sample { private static readonly double[] Buffer = new double[8]; private static readonly int[][] Rows = [[0]]; static void Set(double x) { [|Buffer[0]|] = x; [|Buffer[1]|] += x; [|Rows[0][0]|]++; } }",
        Message("Buffer", "has an element written here"),
        Message("Buffer", "has an element written here"),
        Message("Rows", "has an element written here"));

    [RightCase]
    public Task AConstantIsRight() => IsQuiet("static class Sample { public const double Limit = 1e-9; public static readonly double Root = Math.Sqrt(2); }");

    [RightCase]
    public Task ATableThatIsOnlyReadIsRight() => IsQuiet("static class Sample { private static readonly double[] Weights = [1, 2, 3]; public static double At(int i) => Weights[i]; }");

    [RightCase]
    public Task ATableThatTheStaticConstructorFillsIsRight() => IsQuiet(
        "static class Sample { private static readonly double[] Logs = new double[9]; static Sample() { for (var i = 0; i < 9; i++) Logs[i] = Math.Log(i + 1); } public static double At(int i) => Logs[i]; }");

    [RightCase]
    public Task ACollectionThatCannotBeChangedIsRight() => IsQuiet("""
        using System.Collections.Frozen;
        using System.Collections.Immutable;
        static class Sample
        {
            static readonly FrozenDictionary<string, int> Ids = new Dictionary<string, int> { ["a"] = 1 }.ToFrozenDictionary();
            static readonly ImmutableArray<int> Orders = [1, 2];
            static readonly IReadOnlyList<string> Names = ["a"];
            static readonly Lazy<int> Count = new(() => Names.Count + Orders.Length + Ids.Count);
            static readonly System.Text.RegularExpressions.Regex Word = new("[a-z]+");
        }
        """);

    [RightCase]
    public Task ACollectionThatItsTypeOnlyReadsIsRight() => IsQuiet("""
        static class Sample
        {
            static readonly Dictionary<string, int> Orders = new() { ["a"] = 1 };
            static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "a" };
            static readonly List<double> Weights = [1, 2];
            static List<double> Nodes { get; } = [0.5];
            static readonly SortedDictionary<int, int> Filled = new();

            static Sample() { for (var i = 0; i < 9; i++) Filled[i] = i; }

            static IReadOnlyList<double> All => Weights;

            static double Of(string name, string[] names)
            {
                double sum = Weights.Count + Nodes[0] + Filled[1] + names.Count(Names.Contains) + Orders.GetValueOrDefault(name, 2);
                foreach (var weight in Weights) sum += weight;
                foreach (var (_, order) in Orders) sum += order;
                double[] copy = [.. Weights];
                return Names.Contains(name) && Orders.TryGetValue(name, out var found) ? found : sum + Weights.Sum() + Orders.Keys.Max(key => key.Length) + string.Join(", ", Names).Length + copy[0] + nameof(Orders).Length;
            }
        }
        """);

    [RightCase]
    public Task WhatAnInstanceHoldsIsRight() => IsQuiet("sealed class Sample { private readonly List<int> seen = []; private int runs; public int Next() { seen.Add(runs); return runs++; } }");

    [RightCase]
    public Task APropertyWithABodyIsRight() => IsQuiet("static class Sample { public static List<int> Fresh => []; public static double[] Ones => new double[] { 1 }; static void Use() => Ones[0] = 2; }");

    [RightCase]
    public Task AnInterfaceMemberIsRight() => IsQuiet("interface IRule { static abstract int Order { get; set; } } enum Kind { One, Two }");

    [RightCase]
    public Task CodeThatDoesNotKnowTheContractIsLeftAlone() => IsQuietWithoutTheContract("static class Sample { public static int Runs; }");

    [Fact]
    public Task AFieldThatNothingWritesBecomesReadonly() => Fixes<StaticStateDoesNotChangeFix>(
        "static class Sample { private static double scale = 2; static Sample() { scale = 3; } public static double Of(double x) => -scale * x; }",
        "static class Sample { private static readonly double scale = 2; static Sample() { scale = 3; } public static double Of(double x) => -scale * x; }");

    [Fact]
    public Task AFieldThatAMethodWritesHasNoCertainFix() => OffersNoFix<StaticStateDoesNotChangeFix>("static class Sample { private static int runs; public static void Set(int to) => (runs, _) = (to, 0); }");

    [Fact]
    public Task AFieldThatAnotherPartWritesHasNoCertainFix() => OffersNoFix<StaticStateDoesNotChangeFix>(
        "static partial class Sample { private static int runs; } static partial class Sample { static Action Later => () => Interlocked.Increment(ref Sample.runs); }");

    [Fact]
    public Task AFieldThatNobodyEverSetsHasNoCertainFix() => OffersNoFix<StaticStateDoesNotChangeFix>("static class Sample { private static int draws; public static int Draws => draws; }");

    [Fact]
    public Task AFieldThatOthersSeeHasNoCertainFix() => OffersNoFix<StaticStateDoesNotChangeFix>("static class Sample { internal static int Runs; }");

    [Fact]
    public Task AStructThatChangesItselfHasNoCertainFix() => OffersNoFix<StaticStateDoesNotChangeFix>(
        "struct Counter { int count; public int Next() => ++count; } static class Sample { private static Counter counter; static int Next() => counter.Next(); }");

    private static string Message(string name, string reason) => $"'{name}' {reason}; every fold, run and thread of the process shares it, so keep it in the estimation or make it unchangeable";
}
