namespace Infoscope.Packages.Tests.Packing;

/// <summary>What a command left.</summary>
internal sealed record ShellRun(string Command, int ExitCode, string Output, string Errors, double ElapsedSeconds)
{
    /// <summary>Asserts that the command ended well.</summary>
    public ShellRun Done()
    {
        Assert.True(ExitCode == 0, $"{Command}\nexit code {ExitCode}\n{Output}\n{Errors}");
        return this;
    }
}
