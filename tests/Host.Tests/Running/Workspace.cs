namespace Infoscope.Host.Tests;

/// <summary>A temporary folder that the host runs in, with the files of a test; deleted at the end.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("infoscope-host-").FullName;

    public Workspace() => Environment = new() { ["INFOSCOPE_CACHE"] = PathOf(".cache") };

    /// <summary>Gives a path below the folder, or the folder.</summary>
    public string PathOf(params string[] parts) => Path.Combine([folder, .. parts]);

    public void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), bytes);
    }

    public void Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public void Npy(string name, long[] shape, params float[] values) => Write(name, NpyFile.Of(shape, values));

    public void Npy(string name, long[] shape, params long[] values) => Write(name, NpyFile.Of(shape, values));

    public string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    /// <summary>Gets what the host finds in its environment beside what the tests run in: a cache of its own, for one.</summary>
    public Dictionary<string, string> Environment { get; }

    /// <summary>Runs the host here.</summary>
    public HostRun Run(params string[] arguments) => HostProcess.Run(folder, Environment, arguments);

    /// <summary>Runs compare here, its result as CSV.</summary>
    public HostRun Compare(params string[] arguments) => Run(["compare", "--format", "csv", .. arguments]);

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
