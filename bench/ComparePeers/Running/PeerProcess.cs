using System.Diagnostics;
using System.Text.Json;
using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Running;

/// <summary>A Python script that stays and runs its work once for each line that it is sent.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly Process process;
    private readonly string script;

    private PeerProcess(Process process, string script) => (this.process, this.script) = (process, script);

    /// <summary>Starts a script of the folder Peers and waits until its data is in memory.</summary>
    public static PeerProcess Start(PythonPeers python, string script, params string[] arguments)
    {
        var started = new PeerProcess(Process.Start(python.StartOf(script, arguments))!, script);
        started.Answer();
        return started;
    }

    /// <summary>Runs the work once; the time is the one that the script measured itself.</summary>
    public Measurement Run()
    {
        var answer = Ask("run");
        var values = answer.GetProperty("values").EnumerateObject().ToDictionary(
            one => one.Name,
            one => one.Value.ValueKind == JsonValueKind.Array ? one.Value.EnumerateArray().Select(number => number.GetDouble()).ToArray() : [one.Value.GetDouble()]);
        return new(new Cost(answer.GetProperty("wall_seconds").GetDouble(), answer.GetProperty("processor_seconds").GetDouble()), values);
    }

    /// <summary>Sends a line and gives the answer.</summary>
    public JsonElement Ask(string line)
    {
        process.StandardInput.WriteLine(line);
        process.StandardInput.Flush();
        return Answer();
    }

    /// <summary>Ends the script.</summary>
    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(TimeSpan.FromSeconds(10))) process.Kill();
        process.Dispose();
    }

    private JsonElement Answer()
    {
        if (process.StandardOutput.ReadLine() is { } line) return JsonDocument.Parse(line).RootElement;
        process.WaitForExit();
        throw new InvalidOperationException($"{script} ended with exit code {process.ExitCode} and no answer; what it said stands above.");
    }
}
