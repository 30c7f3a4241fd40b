namespace Infoscope.Formats.Tests;

/// <summary>A folder for the files of one test, deleted with them.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("infoscope-formats-").FullName;

    public string PathOf(string name) => Path.Combine(path, name);

    public string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        return PathOf(name);
    }

    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public void Dispose() => Directory.Delete(path, recursive: true);
}
