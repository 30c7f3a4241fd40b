using System.Text.Json;
using System.Text.RegularExpressions;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Commands;

/// <summary>A plugin in one file, the one of the page on them, in every command.</summary>
public sealed partial class SingleFileTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf(typeof(SingleFileTests).Assembly, "docs", "single-file.md"));
    private static readonly string Source = CSharp().Match(Page).Groups[1].Value;
    private static readonly string Wrong = Source.Replace("[DoesNotClaim(Law.GlobalScale, Because = \"the norm grows with the rows\")]", "[Claims(Law.GlobalScale, Exactness.Exact)]", StringComparison.Ordinal);

    private readonly Workspace files = new();

    public SingleFileTests()
    {
        files.Npy("acts.npy", [4, 2], [3f, 4, 0, 0, 6, 8, 5, 12]);
        files.Write("MeanNorm.cs", Source);
    }

    public void Dispose() => files.Dispose();

    [Fact]
    public void AFileStandsInEveryCommand()
    {
        var path = files.PathOf("MeanNorm.cs");
        var listed = files.Run("list", "--plugin", "MeanNorm.cs", "--format", "jsonl").Done();
        Assert.Equal("", listed.Errors);
        var line = Assert.Single(listed.Objects, one => one.GetProperty("id").GetString() == "mean-norm");
        var version = line.GetProperty("version").GetString()!;
        Assert.Matches("^source-[0-9a-f]{12}$", version);
        Assert.Equal(path, line.GetProperty("path").GetString());

        Assert.Equal($"mean-norm {version}: mean Euclidean norm of a row", files.Run("describe", "mean-norm", "--plugin", "MeanNorm.cs").Done().OutputLines[0]);

        var row = files.Compare("acts.npy", "--plugin", "MeanNorm.cs", "--estimators", "mean-norm", "--scale-probe", "off", "--out", "out", "--save-state", "states").Done().Rows.Single();
        Assert.Equal((7, version), (row.Number("value"), row["version"]));
        Assert.Equal(version, JsonDocument.Parse(files.Read("out", "run.json")).RootElement.GetProperty("estimators")[0].GetProperty("version").GetString());

        var verified = files.Run("verify", "MeanNorm.cs", "--law", "SamplePermutation,GlobalScale", "--cases", "20", "--format", "jsonl").Done();
        Assert.Equal(version, verified.Objects[^1].GetProperty("version").GetString());
        Assert.Equal(["passed", "expected"], verified.Objects.SkipLast(1).Select(one => one.GetProperty("outcome").GetString()).Order(StringComparer.Ordinal).Reverse());

        files.Write("Labelled.cs", Source.Replace("Labels = InputNeed.None", "Labels = InputNeed.Optional", StringComparison.Ordinal).Replace("\"mean-norm\"", "\"entropy\"", StringComparison.Ordinal).Replace("Estimator(\"entropy\"", "Estimator(\"labelled\"", StringComparison.Ordinal));
        files.Run("benchmark", "--plugin", "Labelled.cs", "--estimators", "labelled", "--tasks", "simplex-k4-a2", "--n", "100", "--seeds", "2", "--list").Done();
    }

    [Fact]
    public void AFileThatDoesNotCompileIsThreeAndTheOthersRun()
    {
        files.Write("Broken.cs", Source.Replace("0.0;", "0.0", StringComparison.Ordinal));
        var path = files.PathOf("Broken.cs");
        var run = files.Compare("acts.npy", "--plugin", "Broken.cs", "--plugin", "MeanNorm.cs", "--estimators", "mean-norm", "--scale-probe", "off", "--quiet");
        // As the page shows it.
        string[] shown = [.. Errors().Match(Page).Value.Replace("/home/ann/MeanNorm.cs", path, StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
        Assert.Equal(shown, run.ErrorLines);
        Assert.Equal((3, 7), (run.ExitCode, run.Rows.Single().Number("value")));
        Assert.Equal(3, files.Run("list", "--plugin", "Broken.cs").ExitCode);
        files.Run("verify", "Broken.cs").AssertRefused(shown);
        files.Run("verify", "Missing.cs").AssertRefused($"NotFound: {files.PathOf("Missing.cs")} does not exist; a plugin is a folder, a DLL or a .cs file.");
    }

    [Fact]
    public void WarningsAreShownEachTimeAndNotWhenQuiet()
    {
        files.Write("Speaks.cs", Source.Replace("private long dropped;", "private long dropped; private static void Speak() => Console.WriteLine();", StringComparison.Ordinal));
        foreach (var _ in new[] { "compiled", "from the cache" })
        {
            var run = files.Run("list", "--plugin", "Speaks.cs").Done();
            Assert.StartsWith($"{files.PathOf("Speaks.cs")}(22,62): warning ISC4005: ", run.ErrorLines[0], StringComparison.Ordinal);
            Assert.Equal((4, "see: infoscope describe ISC4005"), (run.ErrorLines.Length, run.ErrorLines[3]));
        }

        Assert.Equal("", files.Run("list", "--plugin", "Speaks.cs", "--quiet").Done().Errors);
    }

    [Fact]
    public void CounterexamplesAndExpectedFailuresLieBesideTheFile()
    {
        files.Write("Wrong.cs", Wrong);
        files.Write("expected-failures.txt", "no line of this file belongs to Wrong.cs\n");
        string[] what = ["verify", "Wrong.cs", "--law", "GlobalScale", "--cases", "20"];
        var run = files.Run([.. what, "--save"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal([$"mean-norm: 1 counterexample is saved in {files.PathOf("Wrong.counterexamples")}"], run.ErrorLines);
        Assert.True(File.Exists(files.PathOf("Wrong.counterexamples", "mean-norm.GlobalScale.json")));
        var again = run.OutputLines.Single(line => line.Contains("again: ", StringComparison.Ordinal)).Split("again: infoscope ")[1];
        Assert.StartsWith("verify Wrong.cs --estimator mean-norm --law GlobalScale --seed 1 --replay ", again, StringComparison.Ordinal);
        Assert.Equal(2, files.Run(again.Split(' ')).ExitCode);

        files.Write("Wrong.expected-failures.txt", "mean-norm GlobalScale: it is a norm\n");
        Assert.Equal("mean-norm: 1 saved counterexample is tried first", files.Run(what).Done().ErrorLines[0]);
    }

    [Fact]
    public void ACompilerThatCannotBeLoadedIsOneSentenceAndIsNotMissedByOthers()
    {
        // A copy of the host whose compiler is garbage: what does not compile must not notice.
        var host = Repository.PathOf(typeof(SingleFileTests).Assembly, "src", "Host", "bin", Repository.ConfigurationOf(typeof(SingleFileTests).Assembly), "net10.0");
        foreach (var file in Directory.EnumerateFiles(host)) files.Write(Path.Combine("host", Path.GetFileName(file)), File.ReadAllBytes(file));
        Directory.CreateDirectory(files.PathOf("host", "plugins"));
        files.Run("list", "--plugin", "MeanNorm.cs").Done();
        foreach (var compiler in Directory.EnumerateFiles(files.PathOf("host"), "Microsoft.CodeAnalysis*.dll")) File.WriteAllText(compiler, "no compiler");
        File.Copy(files.PathOf("MeanNorm.cs"), files.PathOf("Again.cs"));

        HostRun Run(params string[] arguments) => HostProcess.RunCopy(files.PathOf("host", "infoscope.dll"), files.PathOf(), files.Environment, arguments);
        Run("list").Done();
        Assert.Equal("", Run("list", "--plugin", "MeanNorm.cs").Done().Errors);
        var refused = Run("list", "--plugin", "Again.cs");
        Assert.Equal(3, refused.ExitCode);
        Assert.StartsWith($"CompilerFailed: {files.PathOf("Again.cs")} could not be compiled, because the compiler broke off with FileNotFoundException: Could not load file or assembly 'Microsoft.CodeAnalysis", Assert.Single(refused.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void FilesInThePluginsFolderAreThere()
    {
        var host = Repository.PathOf(typeof(SingleFileTests).Assembly, "src", "Host", "bin", Repository.ConfigurationOf(typeof(SingleFileTests).Assembly), "net10.0");
        foreach (var file in Directory.EnumerateFiles(host)) files.Write(Path.Combine("host", Path.GetFileName(file)), File.ReadAllBytes(file));
        files.Write(Path.Combine("host", "plugins", "MeanNorm.cs"), Source);
        var run = HostProcess.RunCopy(files.PathOf("host", "infoscope.dll"), files.PathOf(), files.Environment, "compare", "acts.npy", "--scale-probe", "off", "--format", "csv").Done();
        Assert.Equal("mean-norm", Assert.Single(run.Rows)["estimator"]);
    }

    [Fact]
    public void DescribePrintsThePagesOfRules()
    {
        Assert.Equal(File.ReadAllText(Repository.PathOf(typeof(SingleFileTests).Assembly, "docs", "rules", "ISC4005.md")), files.Run("describe", "ISC4005").Done().Output);
        files.Run("describe", "isc4005").Done();
        files.Run("describe", "ISC40005").AssertRefused("there is no rule 'ISC40005'; did you mean ISC4005?");
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex("^DoesNotCompile: .*?(?=```)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Errors();
}
