using System.Diagnostics;
using Infoscope.Testing;

namespace Infoscope.Acceptance.Tests.Processes;

/// <summary>The built command line, run as a user runs it.</summary>
internal sealed record HostProcess
{
    private const int SampleMilliseconds = 20;

    private static readonly string Program = Repository.PathOf(typeof(HostProcess).Assembly, "src", "Host", "bin", Repository.ConfigurationOf(typeof(HostProcess).Assembly), "net10.0", "infoscope.dll");

    private HostProcess()
    {
    }

    public required string[] Output { get; init; }

    public required string[] Errors { get; init; }

    /// <summary>Gets the processor time it took, which another program on the machine does not lengthen, as it does the time on the clock.</summary>
    public required TimeSpan ProcessorTime { get; init; }

    /// <summary>Runs the program in a folder and waits for its end, which must be a good one.</summary>
    public static HostProcess Run(string folder, params string[] arguments)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        using var process = Process.Start(new ProcessStartInfo(dotnet, [Program, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        var processorTime = TimeSpan.Zero;
        while (!process.WaitForExit(SampleMilliseconds)) processorTime = ProcessorTimeOf(process) ?? processorTime;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"exit code {process.ExitCode}\n{errors.Result}");
        return new HostProcess { Output = Lines(output.Result), Errors = Lines(errors.Result), ProcessorTime = processorTime };
    }

    // Not every system tells it of a process that has ended; what the last sample misses is at most its interval on each processor.
    private static TimeSpan? ProcessorTimeOf(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.TrimEnd('\r'))];
}
