using System.Text.RegularExpressions;
using Infoscope.Conformance.Truths;
using Infoscope.Host.Commands;
using Infoscope.Testing;

namespace Infoscope.Host.Tests.Documentation;

/// <summary>The page on verify says what verify does.</summary>
public sealed class VerifyPageTests
{
    private static readonly string Page = File.ReadAllText(Root("docs", "verify.md"));

    [Fact]
    public void TheExampleIsWhatItPrints()
    {
        // The paths of the page are those of a released build, whatever is tested.
        var configuration = Repository.ConfigurationOf(typeof(VerifyPageTests).Assembly);
        var command = Regex.Match(Page, "^infoscope (verify tests/.*)$", RegexOptions.Multiline).Groups[1].Value.Replace("Release", configuration, StringComparison.Ordinal);
        var run = HostProcess.Run(Root(), new Dictionary<string, string>(), command.Split(' '));
        Assert.Equal(ExitCode.Falsified, run.ExitCode);
        Assert.Contains($"```\n{run.Output.Replace(configuration, "Release", StringComparison.Ordinal).TrimEnd()}\n```", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryOptionOfItsOwnIsOnThePage()
    {
        var command = new VerifyCommand(new CommonOptions());
        var missing = command.Options.Select(option => option.Name).Where(name => name is not ("--plugin" or "--quiet" or "--log-file") && !Page.Contains(name, StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public void TheFirstPageCountsTheKnownTruths() =>
        Assert.Contains($"{KnownTasks.All.Count} distributions", File.ReadAllText(Root("README.md")), StringComparison.Ordinal);

    private static string Root(params string[] parts) => Repository.PathOf(typeof(VerifyPageTests).Assembly, parts);
}
