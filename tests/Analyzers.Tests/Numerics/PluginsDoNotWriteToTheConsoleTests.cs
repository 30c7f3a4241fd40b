using Infoscope.Analyzers.Numerics;

namespace Infoscope.Analyzers.Tests.Numerics;

public sealed class PluginsDoNotWriteToTheConsoleTests : RuleTests<PluginsDoNotWriteToTheConsole>
{
    [WrongCase]
    public Task WritingALineIsReported() => Reports(Snippets.InMethod("[|Console.WriteLine(x)|]; return x;"), Message("WriteLine"));

    [WrongCase]
    public Task TheErrorStreamIsReported() => Reports(Snippets.InMethod("[|Console.Error|].Write(x); return x;"), Message("Error"));

    [WrongCase]
    public Task ReadingIsReported() => Reports(Snippets.InMethod("[|Console.ReadLine()|]; return x;"), Message("ReadLine"));

    [WrongCase]
    public Task AStaticImportIsReported() => Reports("using static System.Console; static class Sample { static void Say() => [|Write(1)|]; }", Message("Write"));

    [RightCase]
    public Task TheLogOfTheContextIsRight() => IsQuiet(Snippets.InMethod("context.Log.Information($\"bandwidth {x}\"); return x;"));

    [RightCase]
    public Task AWriterThatWasHandedInIsRight() => IsQuiet("static class Sample { static void Say(TextWriter to) => to.WriteLine(1); }");

    [RightCase]
    public Task AnotherTypeOfThatNameIsRight() => IsQuiet("static class Console { public static void WriteLine(int x) { } } static class Sample { static void Say() => Console.WriteLine(1); }");

    [RightCase]
    public Task NamingAMemberIsRight() => IsQuiet("static class Sample { static string Name => nameof(Console.WriteLine); }");

    [RightCase]
    public Task CodeThatDoesNotKnowTheContractIsLeftAlone() => IsQuietWithoutTheContract("static class Sample { static void Say() => Console.WriteLine(1); }");

    private static string Message(string member) => $"Console.{member} speaks to the console, which belongs to the host; use the Log of the EstimationContext, or Notes of the estimates";
}
