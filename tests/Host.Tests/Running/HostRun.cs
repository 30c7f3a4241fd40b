using System.Text.Json;

namespace Infoscope.Host.Tests;

/// <summary>What a run of the host left: its exit code, stdout and stderr.</summary>
internal sealed record HostRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Gets the lines of stderr.</summary>
    public string[] ErrorLines => Lines(Errors);

    /// <summary>Gets the lines of stdout.</summary>
    public string[] OutputLines => Lines(Output);

    /// <summary>Gets the rows of a run with <c>--format csv</c>.</summary>
    public IReadOnlyList<ResultLine> Rows => ResultLine.Parse(Output);

    /// <summary>Gets the objects of a run with <c>--format jsonl</c>.</summary>
    public IReadOnlyList<JsonElement> Objects => [.. OutputLines.Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Asserts that the run ended well.</summary>
    public HostRun Done()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}; stderr:\n{Errors}");
        return this;
    }

    /// <summary>Asserts that the run was refused: exit code 1, nothing on stdout, and these sentences on stderr.</summary>
    public void AssertRefused(params string[] sentences)
    {
        // As one text, because a failure then shows every sentence whole.
        Assert.True(string.Join('\n', sentences) == string.Join('\n', ErrorLines), $"expected on stderr:\n{string.Join('\n', sentences)}\nactual:\n{Errors}");
        Assert.Equal("", Output);
        Assert.Equal(1, ExitCode);
    }

    public override string ToString() => $"exit code {ExitCode}, stdout of {Output.Length} characters, stderr: {Errors}";

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
