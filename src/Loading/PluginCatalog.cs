namespace Infoscope.Loading;

/// <summary>The plugins that were found, what they give, and what was refused; loads them one by one when they are asked for.</summary>
/// <remarks>
/// Finding reads metadata alone, for which a source file is compiled first: no plugin is loaded and none of its code runs. A plugin is loaded into a context of its own when the first of its classes
/// is asked for. Disposing lets go of all of them; a plugin leaves memory once nobody else refers to its objects. Safe for several threads.
/// </remarks>
public sealed class PluginCatalog : IDisposable
{
    private readonly Lock gate = new();
    private readonly TimeSpan constructorTimeLimit;
    private readonly Dictionary<string, PluginLoader> loaders = [];
    private readonly Dictionary<string, object> results = [];
    private readonly Dictionary<string, ReadOnlyMemory<byte>> images;
    private bool disposed;

    private PluginCatalog(Discovery discovery, TimeSpan constructorTimeLimit)
    {
        Plugins = discovery.Plugins;
        images = Plugins.Where(plugin => plugin.Image is not null).ToDictionary(plugin => plugin.Identity.Path, plugin => plugin.Image!.Value);
        Refusals = discovery.Refusals;
        Estimators = [.. Plugins.SelectMany(plugin => plugin.Estimators).OrderBy(estimator => estimator.Id, StringComparer.Ordinal)];
        LabelSources = [.. Plugins.SelectMany(plugin => plugin.LabelSources).OrderBy(source => source.Id, StringComparer.Ordinal)];
        this.constructorTimeLimit = constructorTimeLimit;
    }

    /// <summary>Gets how long a constructor may take unless another limit is given: 10 seconds.</summary>
    public static TimeSpan DefaultConstructorTimeLimit { get; } = TimeSpan.FromSeconds(10);

    /// <summary>Gets the plugins with at least one usable class, in the order in which they were found.</summary>
    public IReadOnlyList<PluginDescription> Plugins { get; }

    /// <summary>Gets what cannot be used, in the order in which it was found; failures of loading come as exceptions later.</summary>
    public IReadOnlyList<PluginRefusal> Refusals { get; }

    /// <summary>Gets the estimators of all plugins, by id in ordinal order.</summary>
    public IReadOnlyList<EstimatorDescription> Estimators { get; }

    /// <summary>Gets the label sources of all plugins, by id in ordinal order.</summary>
    public IReadOnlyList<LabelSourceDescription> LabelSources { get; }

    /// <summary>Finds plugins, with the default time limit for constructors.</summary>
    /// <param name="pluginFolders">Folders of plugins, searched in the order given: first their plugin folders in ordinal order, then their <c>.cs</c> files.</param>
    /// <param name="pluginPaths">Single plugins, each a folder, a DLL or a <c>.cs</c> file, after all folders.</param>
    public static PluginCatalog Discover(IEnumerable<string> pluginFolders, IEnumerable<string> pluginPaths) =>
        Discover(pluginFolders, pluginPaths, DefaultConstructorTimeLimit);

    /// <summary>Finds plugins.</summary>
    /// <param name="pluginFolders">Folders of plugins, searched in the order given: first their plugin folders in ordinal order, then their <c>.cs</c> files.</param>
    /// <param name="pluginPaths">Single plugins, each a folder, a DLL or a <c>.cs</c> file, after all folders.</param>
    /// <param name="constructorTimeLimit">How long loading a plugin and constructing one of its classes may take.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public static PluginCatalog Discover(IEnumerable<string> pluginFolders, IEnumerable<string> pluginPaths, TimeSpan constructorTimeLimit) =>
        Discover(pluginFolders, pluginPaths, constructorTimeLimit, new SourceSettings());

    /// <summary>Finds plugins, some of whose source files were compiled already, so that they are what they were then, whatever the files hold now.</summary>
    /// <param name="pluginFolders">Folders of plugins, searched in the order given: first their plugin folders in ordinal order, then their <c>.cs</c> files.</param>
    /// <param name="pluginPaths">Single plugins, each a folder, a DLL or a <c>.cs</c> file, after all folders.</param>
    /// <param name="images">For the full path of a source file, the assembly as <see cref="PluginDescription.Image"/> gave it; the file is not read.</param>
    public static PluginCatalog Discover(IEnumerable<string> pluginFolders, IEnumerable<string> pluginPaths, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        return Discover(pluginFolders, pluginPaths, DefaultConstructorTimeLimit, new SourceSettings(), images);
    }

    internal static PluginCatalog Discover(IEnumerable<string> pluginFolders, IEnumerable<string> pluginPaths, TimeSpan constructorTimeLimit, SourceSettings sources, IReadOnlyDictionary<string, ReadOnlyMemory<byte>>? images = null)
    {
        ArgumentNullException.ThrowIfNull(pluginFolders);
        ArgumentNullException.ThrowIfNull(pluginPaths);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(constructorTimeLimit, TimeSpan.Zero);
        var discovery = new Discovery(sources, images ?? new Dictionary<string, ReadOnlyMemory<byte>>());
        foreach (var folder in pluginFolders) discovery.AddFolderOfPlugins(folder);
        foreach (var path in pluginPaths) discovery.AddPlugin(path);
        return new(discovery, constructorTimeLimit);
    }

    /// <summary>Gives an estimator, loading its plugin at first use; later calls give the same instance.</summary>
    /// <exception cref="PluginLoadException">No plugin gives the id, or it cannot be loaded or constructed.</exception>
    /// <exception cref="ObjectDisposedException">The catalog was disposed.</exception>
    public LoadedEstimator LoadEstimator(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var description = Estimators.FirstOrDefault(estimator => estimator.Id == id) ?? throw Unknown("estimator", id, Estimators.Select(estimator => estimator.Id));
        return Load($"estimator {id}", description.Plugin.Path, loader => loader.Load(description));
    }

    /// <summary>Gives a label source, loading its plugin at first use; later calls give the same instance.</summary>
    /// <exception cref="PluginLoadException">No plugin gives the id, or it cannot be loaded or constructed.</exception>
    /// <exception cref="ObjectDisposedException">The catalog was disposed.</exception>
    public LoadedLabelSource LoadLabelSource(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var description = LabelSources.FirstOrDefault(source => source.Id == id) ?? throw Unknown("label source", id, LabelSources.Select(source => source.Id));
        return Load($"label source {id}", description.Plugin.Path, loader => loader.Load(description));
    }

    /// <summary>Lets go of every plugin.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (disposed) return;
            disposed = true;
            results.Clear();
            foreach (var loader in loaders.Values) loader.Unload();
            loaders.Clear();
        }
    }

    private static PluginLoadException Unknown(string noun, string id, IEnumerable<string> known)
    {
        var list = string.Join(", ", known);
        return new(PluginFailure.UnknownId, "", list.Length == 0 ? $"no plugin gives the {noun} '{id}'; none gives any {noun}." : $"no plugin gives the {noun} '{id}'; there are {list}.");
    }

    // A failure is remembered as well: a constructor that hung once is not waited for again.
    private T Load<T>(string key, string path, Func<PluginLoader, T> load)
        where T : class
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (!results.TryGetValue(key, out var result))
            {
                if (!loaders.TryGetValue(path, out var loader)) loaders.Add(path, loader = new PluginLoader(new(path, images.TryGetValue(path, out var image) ? image : default(ReadOnlyMemory<byte>?)), constructorTimeLimit));
                try
                {
                    result = load(loader);
                }
                catch (PluginLoadException error)
                {
                    result = error.Refusal;
                }

                results.Add(key, result);
            }

            return result as T ?? throw new PluginLoadException((PluginRefusal)result);
        }
    }
}
