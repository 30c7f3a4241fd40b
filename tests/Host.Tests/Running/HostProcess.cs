using System.Diagnostics;
using Infoscope.Testing;

namespace Infoscope.Host.Tests;

/// <summary>The built host as a process of its own, as a user runs it.</summary>
internal static class HostProcess
{
    // Far beyond what any run here takes, so that a host that hangs fails a test instead of the whole test run.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(3);

    private static readonly string Library = Repository.PathOf(typeof(HostProcess).Assembly, "src", "Host", "bin", Repository.ConfigurationOf(typeof(HostProcess).Assembly), "net10.0", "infoscope.dll");

    /// <summary>Runs the host in a folder until it ends.</summary>
    public static HostRun Run(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(folder, environment, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        return End(process, output);
    }

    /// <summary>Runs a copy of the host in a folder until it ends.</summary>
    public static HostRun RunCopy(string library, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Process.Start(StartInfo(folder, environment, arguments, library))!;
        var output = process.StandardOutput.ReadToEndAsync();
        return End(process, output);
    }

    /// <summary>Runs the host in a folder, with a text on stdin, until it ends.</summary>
    public static HostRun RunOn(string input, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = StartInfo(folder, environment, arguments);
        start.RedirectStandardInput = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return End(process, output);
    }

    /// <summary>Starts the host in a folder; its stdout is read by the caller.</summary>
    public static Process Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) => Process.Start(StartInfo(folder, environment, arguments))!;

    /// <summary>Waits for a started host.</summary>
    public static HostRun End(Process process, Task<string> output)
    {
        var (exitCode, text, errors) = Programs.End(process, output, TimeLimit);
        return new HostRun(exitCode, text, errors);
    }

    /// <summary>Interrupts a started host as Ctrl-C does; not on Windows.</summary>
    public static void Interrupt(Process process)
    {
        using var kill = Process.Start("kill", [$"-{Signal()}", $"{process.Id}"])!;
        kill.WaitForExit();
    }

    // A process whose parents ignore the interrupt of a terminal ignores it as well; the host takes a request to end in the same way.
    private static string Signal()
    {
        const string status = "/proc/self/status";
        if (!File.Exists(status)) return "INT";
        var ignored = File.ReadLines(status).First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))["SigIgn:".Length..].Trim();
        const ulong interrupt = 1UL << 1;
        return (Convert.ToUInt64(ignored, 16) & interrupt) == 0 ? "INT" : "TERM";
    }

    private static ProcessStartInfo StartInfo(string folder, IReadOnlyDictionary<string, string> environment, string[] arguments, string? library = null)
    {
        Assert.True(File.Exists(Library), $"{Library} is not built.");
        return Programs.In(folder, environment, "dotnet", [library ?? Library, .. arguments]);
    }
}
