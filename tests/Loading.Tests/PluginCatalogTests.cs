using Infoscope.Testing;

namespace Infoscope.Loading.Tests;

public sealed class PluginCatalogTests
{
    [Fact]
    public void AGoodPluginIsFoundLoadedAndRunnable()
    {
        using var staged = new StagedPlugins("EchoInputs");
        using var catalog = PluginCatalog.Discover([staged.Folder], []);
        Assert.Empty(catalog.Refusals);
        var plugin = Assert.Single(catalog.Plugins);
        Assert.Equal("EchoInputs", plugin.Identity.Name);
        Assert.Equal(staged.PathOf("EchoInputs", "EchoInputs.dll"), plugin.Identity.Path);
        Assert.Equal("0.1.0", plugin.Identity.Version);
        Assert.Equal(ContractVersion.Host, plugin.Identity.Contract);

        var loaded = catalog.LoadEstimator("echo-inputs");
        Assert.Equal("Infoscope.Fixtures.EchoInputs.EchoOptions", loaded.OptionsType?.FullName);
        Assert.Equal(["access", "precision", "maximum-rows", "survey", "labels", "reference", "attention", "array"], loaded.Options.Select(option => option.Name));
        Assert.Same(loaded, catalog.LoadEstimator("echo-inputs"));
    }
}
