using Infoscope.Loading;
using Serilog;

namespace Infoscope.Host.Watching;

/// <summary>Finds plugins again and again. A source file that no longer compiles or loads is as it was when it last did.</summary>
internal sealed class WatchedPlugins(IReadOnlyList<string> paths, ILogger log)
{
    private readonly Dictionary<string, byte[]> good = [];

    /// <summary>Gives the full paths of the source files: those that were named, and those that lie in the plugins folder now.</summary>
    public IEnumerable<string> Sources() => paths.Select(Path.GetFullPath).Where(IsSource).Concat(Directory.Exists(Plugins.Folder) ? Directory.EnumerateFiles(Plugins.Folder).Where(IsSource) : []);

    /// <summary>Finds the plugins as they are now, each source file in a context of its own that goes with the catalog.</summary>
    public PluginCatalog Find()
    {
        foreach (var source in Sources().Distinct().ToArray()) Try(source);
        var catalog = PluginCatalog.Discover([Plugins.Folder], paths, good);
        Plugins.Say(catalog, log);
        return catalog;
    }

    private static bool IsSource(string path) => path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && Path.GetFileName(path)[0] != '.';

    private void Try(string source)
    {
        using var trial = PluginCatalog.Discover([], [source]);
        PluginRefusal[] refusals = [.. trial.Refusals, .. trial.Estimators.Select(estimator => WhyNot(trial, estimator.Id)).OfType<PluginRefusal>()];
        if (refusals.Length == 0)
        {
            Plugins.Say(trial, log);
            good[source] = trial.Plugins[0].Image!.Value.ToArray();
        }
        else if (good.ContainsKey(source))
        {
            foreach (var line in refusals.SelectMany(Plugins.Lines)) log.Error("{Line:l}", line);
            log.Warning("{File:l}: the last version that worked runs on", Path.GetFileName(source));
        }
    }

    private static PluginRefusal? WhyNot(PluginCatalog catalog, string estimator)
    {
        try
        {
            catalog.LoadEstimator(estimator);
            return null;
        }
        catch (PluginLoadException refused)
        {
            return refused.Refusal;
        }
    }
}
