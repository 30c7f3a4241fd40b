using System.Runtime.InteropServices;
using System.Runtime.Loader;
using Infoscope.Testing;

namespace Infoscope.Loading.Tests;

public sealed class IsolationTests
{
    [Fact]
    public void TwoPluginsCarryTwoVersionsOfOneLibrary()
    {
        using var staged = new StagedPlugins("SeesCommonOne", "SeesCommonTwo");
        using var catalog = staged.Discover();
        Assert.Empty(catalog.Refusals);
        var one = catalog.LoadEstimator("sees-common-one").Estimator;
        var two = catalog.LoadEstimator("sees-common-two").Estimator;
        Assert.Equal(1, one.Requires(OptionValues.None("x")).MinimumRows);
        Assert.Equal(2, two.Requires(OptionValues.None("x")).MinimumRows);
        Assert.Equal(["Fixture.Common, Version=1.0.0.0"], LibrariesOf(one));
        Assert.Equal(["Fixture.Common, Version=2.0.0.0"], LibrariesOf(two));
    }

    [Fact]
    public void ANativeLibraryIsFoundInThePluginsFolder()
    {
        using var staged = new StagedPlugins("NativeLibrary");
        StageNativeLibrary(staged.PathOf("NativeLibrary"));
        using var catalog = staged.Discover();
        // The check value that the definition of CRC-32 gives for the digits 1 to 9.
        Assert.Equal(0xCBF43926L, catalog.LoadEstimator("calls-native").Estimator.Requires(OptionValues.None("x")).MinimumRows);
    }

    [Fact]
    public void ANativeLibraryOfOnePluginIsNotLentToAnother()
    {
        using var with = new StagedPlugins("NativeLibrary");
        StageNativeLibrary(with.PathOf("NativeLibrary"));
        using var first = with.Discover();
        first.LoadEstimator("calls-native");

        using var without = new StagedPlugins("NativeLibrary");
        using var second = without.Discover();
        Assert.Equal(PluginFailure.MissingDependency, Assert.Throws<PluginLoadException>(() => second.LoadEstimator("calls-native")).Failure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ACopyOfTheContractInThePluginsFolderIsNotUsed(bool withDepsFile)
    {
        using var staged = new StagedPlugins("EchoInputs");
        // Without it every DLL of the folder counts as the plugin's own.
        if (!withDepsFile) File.Delete(staged.PathOf("EchoInputs", "EchoInputs.deps.json"));
        File.Copy(typeof(IEstimator).Assembly.Location, staged.PathOf("EchoInputs", "Infoscope.Abstractions.dll"));
        using var catalog = staged.Discover();
        Assert.Empty(catalog.Refusals);
        var estimator = catalog.LoadEstimator("echo-inputs").Estimator;
        Assert.DoesNotContain(ContextOf(estimator).Assemblies, assembly => assembly.GetName().Name == "Infoscope.Abstractions");
    }

    [Fact]
    public void TheHostsOwnLibrariesAreNotLentToAPlugin()
    {
        // xunit.assert is loaded in this process, so the host's own context would find it.
        using var staged = new StagedPlugins("EchoInputs");
        using var catalog = staged.Discover();
        var context = ContextOf(catalog.LoadEstimator("echo-inputs").Estimator);
        var name = typeof(Assert).Assembly.GetName();
        Assert.NotNull(AssemblyLoadContext.GetLoadContext(typeof(Assert).Assembly)!.LoadFromAssemblyName(name));
        Assert.ThrowsAny<IOException>(() => context.LoadFromAssemblyName(name));
        Assert.NotNull(context.LoadFromAssemblyName(new("System.Text.Json")));
    }

    private static AssemblyLoadContext ContextOf(object instance) => AssemblyLoadContext.GetLoadContext(instance.GetType().Assembly)!;

    private static IEnumerable<string> LibrariesOf(object instance) =>
        ContextOf(instance).Assemblies.Where(assembly => assembly != instance.GetType().Assembly).Select(assembly => $"{assembly.GetName().Name}, Version={assembly.GetName().Version}");

    // Every .NET runtime brings its compression library; a copy under another name is found in the plugin's folder or nowhere.
    private static void StageNativeLibrary(string folder)
    {
        var (prefix, extension) = RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? ("", ".dll") : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? ("lib", ".dylib") : ("lib", ".so");
        File.Copy(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), $"{prefix}System.IO.Compression.Native{extension}"), Path.Combine(folder, $"{prefix}fixturenative{extension}"));
    }
}
