using System.Text.Json;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Commands;

/// <summary>What lies beside a plugin: counterexamples that were saved, and failures that are expected.</summary>
public sealed class VerifySavedTests : IDisposable
{
    private const string Wrong = "forgets-label-weights";

    private readonly StagedPlugins staged = new("WrongEstimators");
    private readonly Workspace files = new();

    private string Plugin => staged.PathOf("WrongEstimators");

    private string Saved => staged.PathOf("WrongEstimators", "counterexamples", $"{Wrong}.JsdIdentity.json");

    public void Dispose()
    {
        files.Dispose();
        staged.Dispose();
    }

    [Fact]
    public void ACounterexampleIsSavedOnceAndTriedFirst()
    {
        var first = Verify("JsdIdentity", "--save", "--cases", "100");
        Assert.Equal([$"{Wrong}: 1 counterexample is saved in {Path.GetDirectoryName(Saved)}"], first.ErrorLines);
        var counterexample = first.Objects[0].GetProperty("counterexample").GetRawText();
        var saved = JsonDocument.Parse(File.ReadAllText(Saved)).RootElement;
        Assert.Equal((Wrong, "JsdIdentity"), (saved.GetProperty("estimator").GetString(), saved.GetProperty("law").GetString()));
        Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(counterexample)), JsonSerializer.Serialize(Assert.Single(saved.GetProperty("cases").EnumerateArray())));

        // Another seed, and one case, which by itself would have said nothing.
        var bytes = File.ReadAllBytes(Saved);
        var second = Verify("JsdIdentity", "--save", "--cases", "1", "--seed", "7");
        Assert.Equal([$"{Wrong}: 1 saved counterexample is tried first"], second.ErrorLines);
        Assert.Equal((2, counterexample), (second.ExitCode, second.Objects[0].GetProperty("counterexample").GetRawText()));
        Assert.Equal(1, second.Objects[0].GetProperty("ran").GetInt32());
        Assert.Equal(bytes, File.ReadAllBytes(Saved));
        File.Delete(Saved);
        Verify("JsdIdentity", "--cases", "1", "--seed", "7").Done();
    }

    [Fact]
    public void ACounterexampleThatEndsTheProcessIsSavedToo()
    {
        string[] what = ["verify", Plugin, "--estimator", "overflows-the-stack", "--law", "DegenerateInputs", "--format", "jsonl"];
        var first = files.Run([.. what, "--cases", "20", "--save"]);
        var second = files.Run([.. what, "--cases", "1", "--seed", "3"]);
        Assert.Equal(["overflows-the-stack: 1 saved counterexample is tried first"], second.ErrorLines);
        Assert.Equal(first.Objects[0].GetProperty("counterexample").GetRawText(), second.Objects[0].GetProperty("counterexample").GetRawText());
        Assert.Equal(JsonValueKind.Null, second.Objects[0].GetProperty("replay").ValueKind);
    }

    [Theory]
    [InlineData("{", "is no saved counterexample: ")]
    [InlineData("""{"estimator": "forgets-label-weights", "law": "JsdIdentity"}""", "is no saved counterexample: estimator, law, cases, options, rows, fine, coarse_of and seed are needed, and one is missing; mend or delete it.")]
    [InlineData("""{"estimator": "sign-cells", "law": "JsdIdentity", "cases": []}""", "is no saved counterexample: it is of JsdIdentity and sign-cells, its name of JsdIdentity and forgets-label-weights; mend or delete it.")]
    [InlineData("""{"estimator": "forgets-label-weights", "law": "JsdIdentity", "cases": [{"options": {}, "rows": [[1], [1, 2]], "fine": [0, 0], "coarse_of": [0], "seed": 1}]}""", "is no saved counterexample: rows needs at least one row, and as many finite numbers in each, at least one; mend or delete it.")]
    [InlineData("""{"estimator": "forgets-label-weights", "law": "JsdIdentity", "cases": [{"options": {}, "rows": [[1], [2]], "fine": [0, 1], "coarse_of": [0], "seed": 1}]}""", "is no saved counterexample: fine holds a label outside -1 to 0; mend or delete it.")]
    public void ADamagedFileIsOneSentence(string text, string sentence)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Saved)!);
        File.WriteAllText(Saved, text);
        var run = Verify("JsdIdentity", "--cases", "1");
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"{Saved} {sentence}", Assert.Single(run.ErrorLines));
    }

    [Fact]
    public void AForeignFileIsOneSentence()
    {
        var foreign = Path.Combine(Path.GetDirectoryName(Saved)!, "notes.json");
        Directory.CreateDirectory(Path.GetDirectoryName(Saved)!);
        File.WriteAllText(foreign, "{}");
        Verify("JsdIdentity", "--cases", "1").AssertRefused($"{foreign} belongs to no estimator and law of this plugin; take it out of the folder.");
    }

    [Fact]
    public void AnExpectedFailureIsNoFailureUnlessItDoesNotHappen()
    {
        File.WriteAllText(staged.PathOf("WrongEstimators", "expected-failures.txt"), $"# known\n{Wrong} JsdIdentity mutual-information: weights come next\n\n{Wrong} jsd-range: nobody knows\n");
        var run = Verify("JsdIdentity", "--cases", "100").Done();
        var check = run.Objects[0];
        Assert.Equal("expected", check.GetProperty("outcome").GetString());
        Assert.EndsWith("; expected: weights come next", check.GetProperty("sentence").GetString());

        var better = Verify("JsdRange", "--cases", "30");
        Assert.Equal(2, better.ExitCode);
        Assert.Equal("an expected failure did not happen: nobody knows; take it off the list", better.Objects[0].GetProperty("sentence").GetString());
    }

    [Fact]
    public void AnExpectedFailureThatNamesNothingKnownIsRefused()
    {
        var path = staged.PathOf("WrongEstimators", "expected-failures.txt");
        File.WriteAllText(path, $"forget-label-weights JsdIdentity: a\n{Wrong} JsdIdentiti: b\n{Wrong} JsdIdentity entrop: c\n{Wrong} JsdIdentity\n");
        Verify("JsdIdentity").AssertRefused(
            $"{path}, line 1: there is no estimator 'forget-label-weights'; did you mean {Wrong}?",
            $"{path}, line 2: there is no law 'JsdIdentiti'; did you mean JsdIdentity?",
            $"{path}, line 3: {Wrong} gives no quantity 'entrop'; did you mean entropy?",
            $"{path}, line 4: ESTIMATOR LAW [QUANTITY]: REASON is needed.");
    }

    private HostRun Verify(string law, params string[] more) => files.Run(["verify", Plugin, "--estimator", Wrong, "--law", law, "--format", "jsonl", .. more]);
}
