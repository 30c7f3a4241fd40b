using System.Text.Json;
using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Running;

/// <summary>Runs programs as whole processes, from start to end, and reads their standard output.</summary>
internal sealed class WholeProcess(PythonPeers python, string folder) : IDisposable
{
    private readonly PeerProcess runner = PeerProcess.Start(python, "processes.py");

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The program and its arguments.</param>
    /// <param name="read">Makes values of what it wrote.</param>
    public Measurement Run(IReadOnlyList<string> program, Func<string, IReadOnlyDictionary<string, double[]>> read)
    {
        var output = Path.Combine(folder, "output.txt");
        var answer = runner.Ask(JsonSerializer.Serialize(new { program, output }));
        if (answer.GetProperty("exit_code").GetInt32() is not 0 and var code)
            throw new InvalidOperationException($"{string.Join(' ', program)} ended with exit code {code}: {File.ReadAllText(output + ".errors")}");
        return new(new Cost(answer.GetProperty("wall_seconds").GetDouble(), answer.GetProperty("processor_seconds").GetDouble()), read(File.ReadAllText(output)))
        {
            PeakBytes = answer.GetProperty("peak_bytes").GetInt64(),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => runner.Dispose();
}
