using System.Diagnostics;
using System.Text;
using Infoscope.Testing;

namespace Infoscope.Loading.Tests;

public sealed class RefusedByLoadingTests
{
    [Theory]
    [InlineData("throws-in-constructor", "the constructor of estimator 'throws-in-constructor' in {0} threw LicenceException: licence file not found.")]
    [InlineData("throws-in-static-constructor", "the constructor of estimator 'throws-in-static-constructor' in {0} threw FormatException: The input string 'forty-two' was not in a correct format.")]
    [InlineData("throws-in-options", "the options record BrokenOptions of estimator 'throws-in-options' in {0} threw LicenceException: no default today.")]
    public void WhatAConstructorThrewIsSaid(string id, string sentence)
    {
        using var staged = new StagedPlugins("ThrowsInConstructor");
        using var catalog = staged.Discover();
        Assert.Empty(catalog.Refusals);
        var dll = staged.PathOf("ThrowsInConstructor", "ThrowsInConstructor.dll");
        catalog.AssertNotLoaded(id, PluginFailure.ConstructorThrew, dll, string.Format(sentence, dll));
    }

    [Fact]
    public void AConstructorThatNeverReturnsIsAbandonedOnce()
    {
        using var staged = new StagedPlugins("NeverReturns");
        using var catalog = PluginCatalog.Discover([staged.Folder], [], Catalogs.TimeLimit);
        var dll = staged.PathOf("NeverReturns", "NeverReturns.dll");
        var sentence = $"the constructor of estimator 'never-returns' in {dll} did not return within 3 s; its thread was abandoned, and estimator 'never-returns' is not used.";
        catalog.AssertNotLoaded("never-returns", PluginFailure.ConstructorTimedOut, dll, sentence);

        // The failure is remembered: asking again does not wait again.
        var again = Stopwatch.StartNew();
        catalog.AssertNotLoaded("never-returns", PluginFailure.ConstructorTimedOut, dll, sentence);
        Assert.True(again.Elapsed < Catalogs.TimeLimit, $"asking again took {again.Elapsed}");
        Assert.NotNull(catalog.LoadEstimator("returns-at-once").Estimator);
    }

    [Fact]
    public void OptionsWithoutDefaultsAreRefused()
    {
        using var staged = new StagedPlugins("BadDeclarations");
        using var catalog = staged.Discover();
        var dll = staged.PathOf("BadDeclarations", "BadDeclarations.dll");
        catalog.AssertNotLoaded("options-without-defaults", PluginFailure.InvalidDeclaration, dll, $"the options record Bandwidth of estimator 'options-without-defaults' in {dll} has no public constructor without arguments; give every property a default instead.");
    }

    [Fact]
    public void ADamagedDependencyIsNamed()
    {
        using var staged = new StagedPlugins("MissingDependency");
        File.WriteAllText(staged.PathOf("MissingDependency", "Fixture.Common.dll"), "no library", Encoding.UTF8);
        AssertMissing(staged, "needs the assembly Fixture.Common 1.0.0.0, which is damaged or no .NET assembly; copy the plugin's whole build output there again.");
    }

    [Fact]
    public void ADependencyOfAnotherVersionIsNamed()
    {
        using var staged = new StagedPlugins("MissingDependency", "SeesCommonTwo");
        File.Copy(staged.PathOf("SeesCommonTwo", "Fixture.Common.dll"), staged.PathOf("MissingDependency", "Fixture.Common.dll"), overwrite: true);
        AssertMissing(staged, "needs another version of an assembly: Method not found: 'Int32 Infoscope.Fixtures.Common.Library.get_VersionOne()'.");
    }

    [Fact]
    public void ADependencyThatVanishesAfterFindingIsNamed()
    {
        using var staged = new StagedPlugins("MissingDependency");
        using var catalog = staged.Discover();
        File.Delete(staged.PathOf("MissingDependency", "Fixture.Common.dll"));
        AssertMissing(staged, catalog, "needs the assembly Fixture.Common 1.0.0.0, which cannot be found; copy the plugin's whole build output there.");
    }

    [Fact]
    public void ADependencyWithoutATypeIsNamed()
    {
        using var staged = new StagedPlugins("SeesCommonOne", "SeesCommonTwo");
        File.Copy(staged.PathOf("SeesCommonOne", "Fixture.Common.dll"), staged.PathOf("SeesCommonTwo", "Fixture.Common.dll"), overwrite: true);
        using var catalog = staged.Discover();
        var dll = staged.PathOf("SeesCommonTwo", "SeesCommonTwo.dll");
        catalog.AssertNotLoaded("sees-common-two", PluginFailure.MissingDependency, dll, $"the constructor of estimator 'sees-common-two' in {dll} needs another version of the assembly Fixture.Common than 1.0.0.0: Could not load type 'Infoscope.Fixtures.Common.Book' from assembly 'Fixture.Common, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null'.");
    }

    [Fact]
    public void ADependencyWithAnotherNameInsideIsNamed()
    {
        using var staged = new StagedPlugins("MissingDependency", "EchoInputs");
        File.Copy(staged.PathOf("EchoInputs", "EchoInputs.dll"), staged.PathOf("MissingDependency", "Fixture.Common.dll"), overwrite: true);
        using var catalog = staged.Discover();
        var error = Assert.Throws<PluginLoadException>(() => catalog.LoadEstimator("missing-dependency"));
        Assert.Equal(PluginFailure.MissingDependency, error.Failure);
        // What follows are the runtime's own words.
        Assert.StartsWith($"the constructor of estimator 'missing-dependency' in {staged.PathOf("MissingDependency", "MissingDependency.dll")} needs the assembly Fixture.Common 1.0.0.0, which could not be loaded: ", error.Message);
    }

    [Fact]
    public void AMissingNativeLibraryIsNamed()
    {
        using var staged = new StagedPlugins("NativeLibrary");
        using var catalog = staged.Discover();
        var dll = staged.PathOf("NativeLibrary", "NativeLibrary.dll");
        catalog.AssertNotLoaded("calls-native", PluginFailure.MissingDependency, dll, $"the constructor of estimator 'calls-native' in {dll} needs the native library fixturenative, which cannot be found or loaded; copy the plugin's whole build output there.");
    }

    private static void AssertMissing(StagedPlugins staged, string expected)
    {
        using var catalog = staged.Discover();
        AssertMissing(staged, catalog, expected);
    }

    private static void AssertMissing(StagedPlugins staged, PluginCatalog catalog, string expected)
    {
        var dll = staged.PathOf("MissingDependency", "MissingDependency.dll");
        catalog.AssertNotLoaded("missing-dependency", PluginFailure.MissingDependency, dll, $"the constructor of estimator 'missing-dependency' in {dll} {expected}");
    }
}
