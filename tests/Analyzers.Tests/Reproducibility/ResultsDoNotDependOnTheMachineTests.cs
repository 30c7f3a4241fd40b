using Infoscope.Analyzers.Reproducibility;

namespace Infoscope.Analyzers.Tests.Reproducibility;

public sealed class ResultsDoNotDependOnTheMachineTests : RuleTests<ResultsDoNotDependOnTheMachine>
{
    private const string Clock = "leave the time out: the host measures how long a run takes and records when it was";
    private const string Machine = "take what matters as an option, which is recorded with the result";
    private const string Files = "take numbers from a file as an option of type NumericArray or as a label set, and keep state in the stream of Save";
    private const string Lanes = "its sum has as many lanes as the machine; use Vector128<T> or Vector256<T>, whose width is fixed, or add one after another";

    [WrongCase]
    public Task TheTimeOfDayIsReported() => Reports(
        Snippets.InMethod("return ([|DateTime.UtcNow|] - [|DateTimeOffset.Now|]).TotalSeconds;"), Message("DateTime.UtcNow", Clock), Message("DateTimeOffset.Now", Clock));

    [WrongCase]
    public Task AStopwatchIsReportedWhereItStarts() => Reports(
        Snippets.InMethod("var watch = [|System.Diagnostics.Stopwatch.StartNew()|]; return watch.Elapsed.TotalSeconds + [|TimeProvider.System|].GetTimestamp();"), Message("Stopwatch.StartNew", Clock), Message("TimeProvider.System", Clock));

    [WrongCase]
    public Task TheEnvironmentIsReported() => Reports(
        Snippets.InMethod("return [|Environment.ProcessorCount|] + [|Environment.GetEnvironmentVariable(\"SCALE\")|]!.Length + [|Environment.NewLine|].Length;"),
        Message("Environment.ProcessorCount", Machine),
        Message("Environment.GetEnvironmentVariable", Machine),
        Message("Environment.NewLine", Machine));

    [WrongCase]
    public Task AFileIsReported() => Reports(
        Snippets.InMethod("using var reader = [|new StreamReader(\"a.txt\")|]; return [|File.ReadAllBytes([|Path.GetTempFileName()|])|].Length + [|Directory.GetFiles(\".\")|].Length;"),
        Message("new StreamReader", Files),
        Message("File.ReadAllBytes", Files),
        Message("Path.GetTempFileName", Files),
        Message("Directory.GetFiles", Files));

    [WrongCase]
    public Task ASumOverTheLanesOfTheMachineIsReported() => Reports(
        Snippets.InMethod("var sum = new System.Numerics.Vector<double>(values); return [|System.Numerics.Vector.Sum(sum)|] + [|System.Numerics.Vector.Dot(sum, sum)|];"), Message("Vector.Sum", Lanes), Message("Vector.Dot", Lanes));

    [WrongCase]
    public Task AMethodThatIsHandedOnIsReported() => Reports(Snippets.InMethod("Func<string, string> read = [|File.ReadAllText|]; return read(\"a\").Length;"), Message("File.ReadAllText", Files));

    [RightCase]
    public Task AStreamThatIsHandedInIsRight() => IsQuiet("static class Sample { static int Of(Stream from) { using var reader = new BinaryReader(from); using var text = new StreamReader(from); return reader.ReadInt32() + text.Read(); } }");

    [RightCase]
    public Task APathThatIsOnlyTakenApartIsRight() => IsQuiet(Snippets.InMethod("return Path.GetFileName(\"a/b.npy\").Length;"));

    [RightCase]
    public Task ADateThatIsHandedInIsRight() => IsQuiet("static class Sample { static long Of(DateTime at, TimeProvider time) => at.Ticks + new DateTime(2020, 1, 1).Ticks + time.GetTimestamp(); }");

    [RightCase]
    public Task ElementsSideBySideAreRightInAnyWidth() => IsQuiet(Snippets.InMethod(
        "for (var i = 0; i + System.Numerics.Vector<double>.Count <= values.Length; i += System.Numerics.Vector<double>.Count) (new System.Numerics.Vector<double>(values, i) * x).CopyTo(values, i); return x;"));

    [RightCase]
    public Task ASumOfFixedWidthIsRight() => IsQuiet(Snippets.InMethod("return System.Runtime.Intrinsics.Vector256.Sum(System.Runtime.Intrinsics.Vector256.Create(x));"));

    [RightCase]
    public Task ASumOfWholeNumbersIsRightInAnyWidth() => IsQuiet("using System.Numerics; static class Sample { static int Of(Vector<int> counts) => Vector.Sum(counts); }");

    [RightCase]
    public Task NamingAMemberIsRight() => IsQuiet(Snippets.InMethod("return nameof(Environment.ProcessorCount).Length + nameof(DateTime.Now).Length;"));

    [RightCase]
    public Task CodeThatDoesNotKnowTheContractIsLeftAlone() => IsQuietWithoutTheContract("static class Sample { static int Of() => Environment.ProcessorCount; }");

    private static string Message(string member, string remark) => $"{member} differs from machine to machine or from run to run; {remark}";
}
