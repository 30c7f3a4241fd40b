using Infoscope.Loading;
using Serilog;

namespace Infoscope.Host.Verifying;

/// <summary>The plugin that is verified, as its metadata describes it: none of its code runs here.</summary>
internal sealed class VerifiedPlugin : IDisposable
{
    private readonly PluginCatalog catalog;
    private readonly IReadOnlyList<EstimatorDescription> estimators;

    private VerifiedPlugin(PluginCatalog catalog, IReadOnlyList<EstimatorDescription> estimators, bool isPath)
    {
        this.catalog = catalog;
        this.estimators = estimators;
        IsPath = isPath;
    }

    /// <summary>Gets whether it was named by its path, not by the id of an estimator.</summary>
    public bool IsPath { get; }

    /// <summary>Gets whether some plugin was refused.</summary>
    public bool AnyRefused => catalog.Refusals.Count > 0;

    /// <summary>Gets the homes of the plugins that the estimators come from.</summary>
    public IReadOnlyList<PluginHome> Homes => [.. estimators.Select(PluginHome.Of).Distinct()];

    /// <summary>Finds the plugin, and says what was refused.</summary>
    /// <exception cref="UserError">There is no such plugin or estimator.</exception>
    public static VerifiedPlugin Find(VerifyRequest request, ILogger log)
    {
        var name = request.Plugin;
        var isWord = name.AsSpan().IndexOfAny('/', '\\') < 0 && !name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && !PluginSource.Is(name);
        if (isWord)
        {
            var installed = Plugins.Find(request.Beside, log);
            if (installed.Estimators.Where(one => one.Id == name).ToArray() is { Length: > 0 } named) return new(installed, named, isPath: false);
            if (!Path.Exists(name)) throw new UserError($"there is no estimator '{name}', nor such a folder, DLL or .cs file; {Suggest.Sentence(name, installed.Estimators.Select(one => one.Id))}");
        }

        var catalog = PluginCatalog.Discover([], [name]);
        if (catalog.Estimators.Count > 0)
        {
            Plugins.Say(catalog, log);
            return new(catalog, catalog.Estimators, isPath: true);
        }

        throw new UserError(catalog.Refusals.Count > 0 ? [.. catalog.Refusals.SelectMany(Plugins.Lines)] : [$"{name} gives no estimator; label sources have no laws to verify."]);
    }

    /// <summary>Gives the names in texts of names joined by commas; null for null.</summary>
    public static IReadOnlyList<string>? Split(IReadOnlyList<string>? texts) =>
        texts?.SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct().ToArray();

    /// <summary>Gives the estimators of the plugins of a home, whether they are verified or not.</summary>
    public IReadOnlyList<EstimatorDescription> In(PluginHome home) => [.. catalog.Estimators.Where(one => PluginHome.Of(one) == home)];

    /// <summary>Gives the assembly that an estimator's source file was compiled to; null for a DLL.</summary>
    public ReadOnlyMemory<byte>? ImageOf(EstimatorDescription estimator) => catalog.Plugins.First(plugin => plugin.Identity == estimator.Plugin).Image;

    /// <summary>Gives the estimators that were named, or all.</summary>
    public IReadOnlyList<EstimatorDescription> Choose(IReadOnlyList<string>? texts, ProblemList problems)
    {
        var known = estimators.Select(one => one.Id).ToArray();
        var named = Split(texts) ?? known;
        problems.AddRange(named.Except(known).Select(id => $"there is no estimator '{id}' to verify; {Suggest.Sentence(id, known)}"));
        if (named.Count == 0) problems.Add($"--estimator names none; {Suggest.Sentence("", known)}");
        return [.. estimators.Where(one => named.Contains(one.Id))];
    }

    public void Dispose() => catalog.Dispose();
}
