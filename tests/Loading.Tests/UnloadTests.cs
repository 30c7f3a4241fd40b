using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Infoscope.Testing;

namespace Infoscope.Loading.Tests;

public sealed class UnloadTests
{
    private const int MostCollections = 10;

    [Fact]
    public void AUsedPluginLeavesMemoryAfterTheCatalogIsDisposed()
    {
        using var staged = new StagedPlugins("ThrowsInObserve");
        var (context, catalog) = UseAndDispose(staged.Folder);
        AssertCollected(context);
        GC.KeepAlive(catalog);
    }

    [Fact]
    public void DisposingUnloadsAPluginThatIsStillReferredTo()
    {
        using var staged = new StagedPlugins("EchoInputs");
        var catalog = PluginCatalog.Discover([staged.Folder], []);
        var loaded = catalog.LoadEstimator("echo-inputs");
        var unloading = false;
        AssemblyLoadContext.GetLoadContext(loaded.Estimator.GetType().Assembly)!.Unloading += _ => unloading = true;
        catalog.Dispose();
        Assert.True(unloading);
        Assert.Equal(1, loaded.Estimator.Requires(OptionValues.None("echo-inputs")).MinimumRows);
    }

    [Fact]
    public void APluginWhoseConstructorThrewLeavesMemoryWhileItsRefusalIsKept()
    {
        using var staged = new StagedPlugins("ThrowsInConstructor");
        var (context, refusals) = FailAndDispose(staged.Folder);
        AssertCollected(context);
        Assert.All(refusals, refusal => Assert.Equal(PluginFailure.ConstructorThrew, refusal.Failure));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Context, PluginCatalog Catalog) UseAndDispose(string folder)
    {
        using var catalog = PluginCatalog.Discover([folder], []);
        var loaded = catalog.LoadEstimator("throws-in-observe");
        var context = EstimationRun.Context(loaded, rows: 3, features: 2, new() { ["call"] = "2", ["mood"] = "cross" });
        Assert.Equal("Call = 2, Mood = Cross", context.Options.Bind(loaded.OptionsType!).ToString()!.Split('{', '}')[1].Trim());
        Assert.Equal("cross", context.Options.Resolve(loaded.OptionsType!)["mood"]);
        using var estimation = loaded.Estimator.Begin(context);
        var error = Assert.ThrowsAny<Exception>(() => EstimationRun.Observe(estimation, 2, 1, 1));
        Assert.Equal("ObservedTooMuchException", error.GetType().Name);
        return (new WeakReference(AssemblyLoadContext.GetLoadContext(loaded.Estimator.GetType().Assembly)), catalog);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Context, List<PluginRefusal> Refusals) FailAndDispose(string folder)
    {
        using var catalog = PluginCatalog.Discover([folder], []);
        var refusals = catalog.Estimators.Select(estimator => Assert.Throws<PluginLoadException>(() => catalog.LoadEstimator(estimator.Id)).Refusal).ToList();
        Assert.Equal(3, refusals.Count);
        var context = Assert.Single(AssemblyLoadContext.All, context => context.Assemblies.Any(assembly => assembly.Location.StartsWith(folder, StringComparison.Ordinal)));
        return (new WeakReference(context), refusals);
    }

    private static void AssertCollected(WeakReference context)
    {
        for (var round = 0; round < MostCollections && context.IsAlive; round++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(context.IsAlive, $"the plugin is still in memory after {MostCollections} collections");
    }
}
