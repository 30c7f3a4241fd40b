using System.Diagnostics;
using System.Text;

namespace Infoscope.Packages.Tests.Packing;

/// <summary>Runs programs as a user types them.</summary>
internal static class Shell
{
    // Far beyond what any command here takes, so that one that hangs fails a test instead of the whole test run.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(5);

    /// <summary>Runs a program in a folder until it ends.</summary>
    public static ShellRun Run(string folder, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeLimit) || !Task.WaitAll([output, errors], TimeLimit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {TimeLimit}.");
        }

        return new ShellRun($"{Path.GetFileName(program)} {string.Join(' ', arguments)}", process.ExitCode, output.Result, errors.Result, watch.Elapsed.TotalSeconds);
    }
}
