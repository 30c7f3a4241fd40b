namespace Infoscope.Host.Tests.Commands;

public sealed class HelpTests
{
    [Theory]
    [InlineData]
    [InlineData("compare")]
    [InlineData("inspect")]
    [InlineData("list")]
    [InlineData("describe")]
    [InlineData("verify")]
    [InlineData("benchmark")]
    [InlineData("study")]
    [InlineData("study", "layer-profile")]
    [InlineData("study", "power-law")]
    [InlineData("study", "information-plane")]
    [InlineData("new")]
    [InlineData("new", "estimator")]
    public void EachCommandShowsTwoExamples(params string[] command)
    {
        using var files = new Workspace();
        var run = files.Run([.. command, "--help"]).Done();
        Assert.Equal("", run.Errors);
        var lines = run.OutputLines;
        var examples = lines[(Array.IndexOf(lines, "Examples:") + 1)..].Where(line => line.Trim().Length > 0).ToArray();
        Assert.Equal(2, examples.Length);
        Assert.All(examples, example => Assert.StartsWith($"  infoscope {string.Join(' ', command)}", example));
    }
}
