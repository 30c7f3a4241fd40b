namespace Infoscope.RuleCost;

/// <summary>The files of shipped plugins, as one plugin of some 5,000 lines.</summary>
internal sealed class PluginSource
{
    public PluginSource(string root, params string[] plugins)
    {
        Files = [.. plugins.SelectMany(plugin => FilesOf(Path.Combine(root, "plugins", plugin)))];
        Lines = Files.Sum(file => File.ReadLines(file).Count());
    }

    public IReadOnlyList<string> Files { get; }

    public int Lines { get; }

    private static IEnumerable<string> FilesOf(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        let first = Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar)[0]
        where first is not ("obj" or "bin")
        orderby file
        select file;
}
