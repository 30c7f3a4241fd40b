namespace Infoscope.Testing;

/// <summary>A temporary folder of plugins with copies of the fixtures that a test needs; deleted at the end.</summary>
internal sealed class StagedPlugins : IDisposable
{
    public StagedPlugins(params string[] fixtures)
    {
        Folder = Directory.CreateTempSubdirectory("infoscope-plugins-").FullName;
        foreach (var fixture in fixtures) Add(fixture);
    }

    /// <summary>Gets the folder that holds the plugin folders.</summary>
    public string Folder { get; }

    /// <summary>Gives a path below the folder.</summary>
    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    /// <summary>Copies a fixture's build output, or its checked-in <c>plugin</c> folder, to a plugin folder of its own name or another.</summary>
    public void Add(string fixture, string? folderName = null)
    {
        var assembly = typeof(StagedPlugins).Assembly;
        var home = Repository.PathOf(assembly, "tests", "PluginFixtures", fixture);
        var checkedIn = Path.Combine(home, "plugin");
        Copy(Directory.Exists(checkedIn) ? checkedIn : Path.Combine(home, "bin", Repository.ConfigurationOf(assembly), "net10.0"), PathOf(folderName ?? fixture));
    }

    /// <summary>Makes a plugin folder with one file.</summary>
    public void AddFile(string folderName, string fileName, byte[] content)
    {
        Directory.CreateDirectory(PathOf(folderName));
        File.WriteAllBytes(PathOf(folderName, fileName), content);
    }

    public void Dispose()
    {
        // A plugin that is still loaded keeps its files on Windows; the system's own cleaning takes them later.
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
