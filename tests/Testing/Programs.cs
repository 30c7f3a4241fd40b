using System.Diagnostics;
using System.Text;

namespace Infoscope.Testing;

/// <summary>Runs programs as a user does, with what they write caught.</summary>
public static class Programs
{
    /// <summary>Gets a time far beyond what any program here takes, so that one that hangs fails a test instead of the whole test run.</summary>
    public static TimeSpan LongTime { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Says how a program is started in a folder; both its streams are to be read.</summary>
    public static ProcessStartInfo In(string folder, IReadOnlyDictionary<string, string> environment, string program, params IEnumerable<string> arguments)
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
        return start;
    }

    /// <summary>Runs a program until it ends.</summary>
    /// <exception cref="TimeoutException">It does not.</exception>
    public static (int ExitCode, string Output, string Errors) Run(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        return End(process, process.StandardOutput.ReadToEndAsync(), LongTime);
    }

    /// <summary>Waits for a program whose stdout is being read.</summary>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public static (int ExitCode, string Output, string Errors) End(Process process, Task<string> output, TimeSpan limit)
    {
        var errors = process.StandardError.ReadToEndAsync();
        if (process.WaitForExit(limit) && Task.WaitAll([output, errors], limit)) return (process.ExitCode, output.Result, errors.Result);
        process.Kill(entireProcessTree: true);
        throw new TimeoutException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} did not end within {limit}.");
    }
}
