using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Infoscope.Measuring;

namespace Infoscope.ComparePeers.Running;

/// <summary>How the scripts of the folder Peers are started, and what they compute with.</summary>
internal sealed class PythonPeers(string python, int threads, string? coreType)
{
    private Dictionary<string, string?>? versions;

    /// <summary>Gets the versions of Python and its libraries, and the kernels that OpenBLAS chose.</summary>
    public IReadOnlyDictionary<string, string?> Versions => versions ??= Ask();

    /// <summary>Says how a script is started; its stdout is to be read.</summary>
    public ProcessStartInfo StartOf(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(python, [Repository.PathOf("bench", "ComparePeers", "Peers", script), .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        // A machine may have settings of its own; a peer takes the kernels that OpenBLAS finds best for the processor, unless others are asked for.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("OPENBLAS_", StringComparison.Ordinal)).ToArray()) start.Environment.Remove(name);
        if (coreType is not null) start.Environment["OPENBLAS_CORETYPE"] = coreType;
        foreach (var name in new[] { "OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS" }) start.Environment[name] = threads.ToString(CultureInfo.InvariantCulture);
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        return start;
    }

    private Dictionary<string, string?> Ask()
    {
        using var process = Process.Start(StartOf("versions.py"))!;
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{python} has not all that the peers need; bench/compare-with-peers installs it.");
        return JsonSerializer.Deserialize<Dictionary<string, string?>>(answer)!;
    }
}
