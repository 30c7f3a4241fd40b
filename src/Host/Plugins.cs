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
        var catalog = PluginCatalog.Discover([Folder], paths);
        foreach (var refusal in catalog.Refusals) log.Error("{Sentence:l}", refusal.ToString());
        return catalog;
    }

    public static IEnumerable<LabelSourceEntry> LabelSources(PluginCatalog catalog) => catalog.LabelSources.Select(source => new LabelSourceEntry
    {
        Id = source.Id,
        Arguments = source.Arguments,
        Make = () => catalog.LoadLabelSource(source.Id).Source,
    });
}
