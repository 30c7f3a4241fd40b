using Infoscope.Engine.Labels;
using Infoscope.Loading;
using Serilog;

namespace Infoscope.Host;

/// <summary>Finds the plugins: those beside the host, and those named with --plugin.</summary>
internal static class Plugins
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "plugins");

    /// <summary>Finds plugins and says which were refused.</summary>
    public static PluginCatalog Find(IEnumerable<string> paths, ILogger log)
    {
        var catalog = Underway.Loading("finding plugins", () => PluginCatalog.Discover([Folder], paths));
        Say(catalog, log);
        return catalog;
    }

    /// <summary>Loads an estimator.</summary>
    public static LoadedEstimator LoadEstimator(PluginCatalog catalog, string id) => Underway.Loading($"loading estimator '{id}'", () => catalog.LoadEstimator(id));

    /// <summary>Loads a label source.</summary>
    public static LoadedLabelSource LoadLabelSource(PluginCatalog catalog, string id) => Underway.Loading($"loading label source '{id}'", () => catalog.LoadLabelSource(id));

    /// <summary>Says which plugins were refused, and what the compiler warned of.</summary>
    public static void Say(PluginCatalog catalog, ILogger log)
    {
        foreach (var line in catalog.Refusals.SelectMany(Lines)) log.Error("{Line:l}", line);
        foreach (var line in catalog.Plugins.SelectMany(plugin => plugin.Warnings)) log.Warning("{Line:l}", line);
    }

    /// <summary>Gives the lines that tell of a refusal.</summary>
    public static IEnumerable<string> Lines(PluginRefusal refusal) => [refusal.ToString(), .. refusal.Details];

    public static IEnumerable<LabelSourceEntry> LabelSources(PluginCatalog catalog) => catalog.LabelSources.Select(source => new LabelSourceEntry
    {
        Id = source.Id,
        Arguments = source.Arguments,
        Make = () => LoadLabelSource(catalog, source.Id).Source,
    });
}
