using Infoscope.Loading;
using Infoscope.Testing;

namespace Infoscope.Conformance.Tests;

/// <summary>The estimators of plugins that the build made, loaded as the host loads them; kept until the process of the tests ends.</summary>
internal static class BuiltPlugins
{
    private static readonly PluginCatalog ShippedCatalog = PluginCatalog.Discover([], [.. Directory.EnumerateDirectories(PathOf("plugins")).Order(StringComparer.Ordinal).Where(IsProject).Select(LibraryOf)]);
    private static readonly PluginCatalog WrongCatalog = PluginCatalog.Discover([], [LibraryOf(PathOf("tests", "PluginFixtures", "WrongEstimators"))]);

    /// <summary>Gets the ids of all estimators in the folder <c>plugins</c>.</summary>
    public static IReadOnlyList<string> ShippedIds { get; } = IdsOf(ShippedCatalog);

    /// <summary>Gets the ids of all estimators in the fixture <c>WrongEstimators</c>, the right ones among them.</summary>
    public static IReadOnlyList<string> WrongIds { get; } = IdsOf(WrongCatalog);

    /// <summary>Loads an estimator of the folder <c>plugins</c>.</summary>
    public static Subject Shipped(string id) => Subject.Of(ShippedCatalog.LoadEstimator(id).Estimator);

    /// <summary>Loads an estimator of the fixture.</summary>
    public static Subject Wrong(string id) => Subject.Of(WrongCatalog.LoadEstimator(id).Estimator);

    /// <summary>Gives a path below the root of the repository.</summary>
    public static string PathOf(params string[] parts) => Repository.PathOf(typeof(BuiltPlugins).Assembly, parts);

    private static bool IsProject(string folder) => File.Exists(Path.Combine(folder, $"{Path.GetFileName(folder)}.csproj"));

    private static string LibraryOf(string project) =>
        Path.Combine(project, "bin", Repository.ConfigurationOf(typeof(BuiltPlugins).Assembly), "net10.0", $"{Path.GetFileName(project)}.dll");

    private static IReadOnlyList<string> IdsOf(PluginCatalog catalog)
    {
        Assert.Empty(catalog.Refusals);
        return [.. catalog.Estimators.Select(estimator => estimator.Id)];
    }
}
