using Infoscope.Loading;
using Serilog;

namespace Infoscope.Host.Watching;

/// <summary>Finds plugins again and again. A source file that no longer compiles or loads is as it was when it last did.</summary>
internal sealed class WatchedPlugins(IReadOnlyList<string> paths, ILogger log)
{
    private readonly Dictionary<string, ReadOnlyMemory<byte>> good = [];
    private readonly Dictionary<string, (string Content, PluginRefusal[] Refusals)> tried = [];

    /// <summary>Gets the folder of the installed plugins.</summary>
    public string Folder { get; init; } = Plugins.Folder;

    /// <summary>Gives the full paths of the source files: those that were named, and those that lie in the plugins folder now.</summary>
    public IEnumerable<string> Sources() => paths.Select(Path.GetFullPath).Where(PluginSource.Is).Concat(Directory.Exists(Folder) ? PluginSource.In(Folder) : []);

    /// <summary>Finds the plugins as they are now, each source file in a context of its own that goes with the catalog.</summary>
    public PluginCatalog Find()
    {
        foreach (var source in Sources().Distinct().ToArray()) Try(source);
        var catalog = PluginCatalog.Discover([Folder], paths, good);
        Plugins.Say(catalog, log);
        return catalog;
    }

    // What was tried is not tried again: a constructor that never returns would take its time limit, and leave a thread behind, at each change of another file.
    // What failed for a reason outside the file is.
    private void Try(string source)
    {
        if (WatchedFiles.ContentOf(source) is { } content && (!tried.TryGetValue(source, out var former) || former.Content != content || former.Refusals.Any(MayPass))) tried[source] = (content, Load(source));
        if (!good.ContainsKey(source) || !tried.TryGetValue(source, out var last) || last.Refusals.Length == 0) return;
        foreach (var line in last.Refusals.SelectMany(Plugins.Lines)) log.Error("{Line:l}", line);
        log.Warning("{File:l}: the last version that worked runs on", Path.GetFileName(source));
    }

    private static bool MayPass(PluginRefusal refusal) => refusal.Failure is PluginFailure.CompilerFailed or PluginFailure.NotLoadable;

    // Every class is made once, so that what fails to load counts as what does not compile.
    private PluginRefusal[] Load(string source)
    {
        using var trial = PluginCatalog.Discover([], [source]);
        PluginRefusal[] refusals =
        [
            .. trial.Refusals,
            .. trial.Estimators.Select(estimator => WhyNot(() => Plugins.LoadEstimator(trial, estimator.Id))).OfType<PluginRefusal>(),
            .. trial.LabelSources.Select(labels => WhyNot(() => Plugins.LoadLabelSource(trial, labels.Id))).OfType<PluginRefusal>(),
        ];
        if (refusals.Length == 0 && trial.Plugins is [{ Image: { } image }])
        {
            Plugins.Say(trial, log);
            good[source] = image;
        }

        return refusals;
    }

    private static PluginRefusal? WhyNot(Action load)
    {
        try
        {
            load();
            return null;
        }
        catch (PluginLoadException refused)
        {
            return refused.Refusal;
        }
    }
}
