namespace Infoscope.Loading;

/// <summary>Collects plugins and refusals while paths are searched.</summary>
internal sealed class Discovery(SourceSettings sources, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images)
{
    private readonly List<PluginDescription> plugins = [];
    private readonly List<PluginRefusal> refusals = [];
    private readonly HashSet<string> files = [];
    private readonly Dictionary<string, PluginIdentity> estimatorIds = [];
    private readonly Dictionary<string, PluginIdentity> labelSourceIds = [];

    public IReadOnlyList<PluginDescription> Plugins => plugins;

    public IReadOnlyList<PluginRefusal> Refusals => refusals;

    /// <summary>Adds every plugin folder of a folder.</summary>
    public void AddFolderOfPlugins(string path) => Attempt(path, folder =>
    {
        if (!Directory.Exists(folder)) throw NotFound(folder, "a folder of plugins holds one folder for each");
        foreach (var loose in PluginFolder.Assemblies(folder)) Refuse(PluginFailure.NotAPlugin, loose, $"{loose} lies among the plugin folders; give it a folder of its own.");
        foreach (var plugin in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)) AddPlugin(plugin);
        foreach (var source in PluginSource.In(folder)) AddPlugin(source);
    });

    /// <summary>Adds one plugin, a folder, a DLL or a source file; one that was added before is passed over.</summary>
    public void AddPlugin(string path) => Attempt(path, full =>
    {
        // What is given in memory is taken, whatever lies at the path by now.
        ReadOnlyMemory<byte>? image = images.TryGetValue(full, out var given) ? given : default(ReadOnlyMemory<byte>?);
        var file = image is null && Directory.Exists(full) ? PluginFolder.FindAssembly(full) : full;
        if (image is null && !File.Exists(file)) throw NotFound(file, "a plugin is a folder, a DLL or a .cs file");
        if (!files.Add(file)) return;
        var compiled = image is null && PluginSource.Is(file) ? SourcePlugin.Compile(file, sources) : null;
        Add(new PluginBinary(file, image ?? compiled?.Image), compiled?.Warnings ?? []);
    });

    private void Add(PluginBinary binary, IReadOnlyList<string> warnings)
    {
        var read = PluginReader.Read(binary, refusals);
        var plugin = read with
        {
            Estimators = [.. read.Estimators.Where(estimator => IsFirst(estimatorIds, "estimator", estimator.Id, estimator.Plugin))],
            LabelSources = [.. read.LabelSources.Where(source => IsFirst(labelSourceIds, "label source", source.Id, source.Plugin))],
            Warnings = warnings,
        };
        if (plugin.Estimators.Count + plugin.LabelSources.Count > 0) plugins.Add(plugin);
    }

    private static PluginLoadException NotFound(string path, string wanted) => new(PluginFailure.NotFound, path, $"{path} does not exist; {wanted}.");

    private void Attempt(string path, Action<string> add)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path.Length == 0 || path.Contains('\0'))
        {
            Refuse(PluginFailure.NotFound, path, path.Length == 0 ? "the path of a plugin is empty; name a folder, a DLL or a .cs file." : $"the path {path.Replace("\0", "\\0", StringComparison.Ordinal)} of a plugin holds a NUL character, which no path can; name a folder, a DLL or a .cs file.");
            return;
        }

        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        try
        {
            add(full);
        }
        catch (PluginLoadException error)
        {
            refusals.Add(error.Refusal);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Refuse(PluginFailure.NotLoadable, full, $"{full} cannot be read: {ExceptionText.OneLine(error)}");
        }
    }

    private bool IsFirst(Dictionary<string, PluginIdentity> taken, string noun, string id, PluginIdentity plugin)
    {
        if (taken.TryAdd(id, plugin)) return true;
        Refuse(PluginFailure.DuplicateId, plugin.Path, $"{plugin.Path} gives the {noun} '{id}', which {taken[id].Path} gives already; the first one is used, so remove or rename one.");
        return false;
    }

    private void Refuse(PluginFailure failure, string path, string sentence) => refusals.Add(new PluginRefusal { Failure = failure, Path = path, Sentence = sentence });
}
