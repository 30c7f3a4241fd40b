using System.Diagnostics;
using System.Text.Json;
using Infoscope.Testing;

namespace Infoscope.Acceptance.Tests.Processes;

/// <summary>The built command line, run as a user runs it.</summary>
internal sealed record HostProcess
{
    private static readonly string Program = Repository.PathOf(typeof(HostProcess).Assembly, "src", "Host", "bin", Repository.ConfigurationOf(typeof(HostProcess).Assembly), "net10.0", "infoscope.dll");

    private HostProcess()
    {
    }

    public required string[] Output { get; init; }

    public required string[] Errors { get; init; }

    /// <summary>Gets the rows of a run with <c>--format jsonl</c>.</summary>
    public JsonElement[] Rows => [.. Output.Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>Runs the program in a folder and waits for its end, which must be a good one.</summary>
    public static HostProcess Run(string folder, params string[] arguments) => RunTo(0, folder, arguments);

    /// <summary>Runs the program in a folder and waits for its end with an exit code.</summary>
    public static HostProcess RunTo(int exitCode, string folder, params string[] arguments) => RunTo(exitCode, folder, new Dictionary<string, string>(), arguments);

    /// <summary>Runs the program in a folder, with some variables of its environment, and waits for its end with an exit code.</summary>
    public static HostProcess RunTo(int exitCode, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var (ended, output, errors) = Programs.Run(StartInfo(folder, environment, arguments));
        Assert.True(ended == exitCode, $"exit code {ended}\n{errors}");
        return new HostProcess { Output = Lines(output), Errors = Lines(errors) };
    }

    /// <summary>Starts the program in a folder; the caller reads what it writes.</summary>
    public static Process Start(string folder, params string[] arguments) => Process.Start(StartInfo(folder, new Dictionary<string, string>(), arguments))!;

    private static ProcessStartInfo StartInfo(string folder, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path ? path : "dotnet";
        return Programs.In(folder, environment, dotnet, [Program, .. arguments]);
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(line => line.TrimEnd('\r'))];
}
