using Infoscope.Testing;

namespace Infoscope.Loading.Tests;

public sealed class PathTests
{
    [Fact]
    public void APluginIsAFolderOrADll()
    {
        using var staged = new StagedPlugins("EchoInputs", "CountsObserveCalls");
        using var catalog = PluginCatalog.Discover([], [staged.PathOf("EchoInputs"), staged.PathOf("CountsObserveCalls", "CountsObserveCalls.dll")]);
        Assert.Empty(catalog.Refusals);
        Assert.Equal(["EchoInputs", "CountsObserveCalls"], catalog.Plugins.Select(plugin => plugin.Identity.Name));
    }

    [Fact]
    public void APluginNamedTwiceIsOnePlugin()
    {
        using var staged = new StagedPlugins("EchoInputs");
        using var catalog = PluginCatalog.Discover([staged.Folder], [staged.PathOf("EchoInputs") + Path.DirectorySeparatorChar, staged.PathOf("EchoInputs", ".", "EchoInputs.dll")]);
        Assert.Empty(catalog.Refusals);
        Assert.Single(catalog.Plugins);
    }

    [Fact]
    public void PathsThatLeadNowhereAreRefused()
    {
        using var staged = new StagedPlugins();
        var (folder, dll) = (staged.PathOf("nowhere"), staged.PathOf("nothing.dll"));
        using var catalog = PluginCatalog.Discover([folder], [dll]);
        Assert.Equal([$"{folder} does not exist; a folder of plugins holds one folder for each.", $"{dll} does not exist; a plugin is a folder, a DLL or a .cs file."], catalog.Refusals.Select(refusal => refusal.Sentence));
        Assert.All(catalog.Refusals, refusal => Assert.Equal(PluginFailure.NotFound, refusal.Failure));
    }

    [Fact]
    public void PathsThatNoFileCanHaveAreRefused()
    {
        using var catalog = PluginCatalog.Discover([""], ["", "a\0b"]);
        const string empty = "the path of a plugin is empty; name a folder, a DLL or a .cs file.";
        Assert.Equal([empty, empty, @"the path a\0b of a plugin holds a NUL character, which no path can; name a folder, a DLL or a .cs file."], catalog.Refusals.Select(refusal => refusal.Sentence));
        Assert.All(catalog.Refusals, refusal => Assert.Equal(PluginFailure.NotFound, refusal.Failure));
    }

    [Fact]
    public void AFolderWithoutADllIsRefused()
    {
        using var staged = new StagedPlugins();
        staged.AddFile("notes", "notes.txt", []);
        using var catalog = staged.Discover();
        var path = staged.PathOf("notes");
        catalog.AssertRefused(PluginFailure.NotAPlugin, path, $"{path} holds no DLL; a plugin folder holds the plugin's DLL, its .deps.json and its private dependencies.");
    }

    [Fact]
    public void ADllBesideThePluginFoldersIsRefused()
    {
        using var staged = new StagedPlugins("EchoInputs");
        var path = staged.PathOf("EchoInputs.dll");
        File.Copy(staged.PathOf("EchoInputs", "EchoInputs.dll"), path);
        using var catalog = staged.Discover();
        catalog.AssertRefused(PluginFailure.NotAPlugin, path, $"{path} lies among the plugin folders; give it a folder of its own.");
        Assert.Single(catalog.Plugins);
    }

    [Fact]
    public void OfSeveralDescribedDllsTheOneNamedLikeTheFolderIsThePlugin()
    {
        using var staged = new StagedPlugins("EchoInputs");
        foreach (var file in new[] { "CountsObserveCalls.dll", "CountsObserveCalls.deps.json" })
        {
            using var other = new StagedPlugins("CountsObserveCalls");
            File.Copy(other.PathOf("CountsObserveCalls", file), staged.PathOf("EchoInputs", file));
        }

        using (var catalog = staged.Discover())
        {
            Assert.Empty(catalog.Refusals);
            Assert.Equal("EchoInputs", Assert.Single(catalog.Plugins).Identity.Name);
        }

        Directory.Move(staged.PathOf("EchoInputs"), staged.PathOf("renamed"));
        var path = staged.PathOf("renamed");
        using (var catalog = staged.Discover())
        {
            catalog.AssertRefused(PluginFailure.Ambiguous, path, $"{path} holds 2 DLLs with a .deps.json (CountsObserveCalls.dll, EchoInputs.dll), and none is named renamed.dll; give each plugin a folder of its own.");
        }
    }

    [Fact]
    public void WithoutADepsFileTheOnlyDllOrTheOneNamedLikeTheFolderIsThePlugin()
    {
        using var staged = new StagedPlugins("SeesCommonOne");
        File.Delete(staged.PathOf("SeesCommonOne", "SeesCommonOne.deps.json"));
        File.Delete(staged.PathOf("SeesCommonOne", "Fixture.Common.deps.json"));
        using (var catalog = staged.Discover())
        {
            Assert.Empty(catalog.Refusals);
            Assert.Equal(1, catalog.LoadEstimator("sees-common-one").Estimator.Requires(OptionValues.None("x")).MinimumRows);
        }

        staged.Add("EchoInputs", "alone");
        File.Delete(staged.PathOf("alone", "EchoInputs.deps.json"));
        Directory.Move(staged.PathOf("SeesCommonOne"), staged.PathOf("renamed"));
        var path = staged.PathOf("renamed");
        using (var catalog = staged.Discover())
        {
            catalog.AssertRefused(PluginFailure.Ambiguous, path, $"{path} holds 2 DLLs (Fixture.Common.dll, SeesCommonOne.dll) and no .deps.json, and none is named renamed.dll; copy the plugin's whole build output there.");
            Assert.Equal("EchoInputs", Assert.Single(catalog.Plugins).Identity.Name);
        }
    }

    [Fact]
    public void BadPluginsLeaveTheOthersUsable()
    {
        string[] bad = ["BadId", "MalformedStamp", "NewerMinor", "NoEstimator", "NoStamp", "OtherMajor"];
        using var staged = new StagedPlugins(["CountsObserveCalls", "EchoInputs", .. bad]);
        using var catalog = staged.Discover();
        Assert.Equal(bad, catalog.Refusals.Select(refusal => Path.GetFileNameWithoutExtension(refusal.Path)));
        Assert.Equal(["CountsObserveCalls", "EchoInputs"], catalog.Plugins.Select(plugin => plugin.Identity.Name));
        Assert.All(catalog.Estimators, estimator => Assert.NotNull(catalog.LoadEstimator(estimator.Id).Estimator));
    }
}
