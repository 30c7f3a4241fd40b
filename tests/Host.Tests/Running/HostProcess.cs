using System.Diagnostics;
using System.Text;
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
        var errors = process.StandardError.ReadToEndAsync();
        if (process.WaitForExit(TimeLimit) && Task.WaitAll([output, errors], TimeLimit)) return new HostRun(process.ExitCode, output.Result, errors.Result);
        process.Kill(entireProcessTree: true);
        throw new TimeoutException($"the host did not end within {TimeLimit}.");
    }

    private static ProcessStartInfo StartInfo(string folder, IReadOnlyDictionary<string, string> environment, string[] arguments, string? library = null)
    {
        Assert.True(File.Exists(Library), $"{Library} is not built.");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(library ?? Library);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }
}
