using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography;

namespace Infoscope.Loading.Tests;

public sealed class GoodSourceTests : IDisposable
{
    private readonly SourceFolder files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void AFileIsAPlugin()
    {
        var text = SourceFolder.Plugin();
        var path = files.Write("CountsRows.cs", text);
        using var catalog = files.Find(path);
        Assert.Empty(catalog.Refusals);
        var identity = Assert.Single(catalog.Plugins).Identity;
        var hash = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
        Assert.Equal(("CountsRows", path, $"source-{hash[..12]}", ContractVersion.Host), (identity.Name, identity.Path, identity.Version, identity.Contract));
        Assert.Empty(catalog.Plugins[0].Warnings);

        var loaded = catalog.LoadEstimator("counts-rows");
        using var estimation = loaded.Estimator.Begin(EstimationRun.Context(loaded, rows: 5, features: 2));
        EstimationRun.Observe(estimation, 2, 3, 2);
        Assert.Equal(5, EstimationRun.ValueOf(estimation.Complete(), "rows-observed"));
        var context = AssemblyLoadContext.GetLoadContext(loaded.Estimator.GetType().Assembly)!;
        Assert.NotSame(AssemblyLoadContext.Default, context);
        Assert.True(context.IsCollectible);
    }

    [Fact]
    public void AFileMeansWhatItMeansInAProject()
    {
        // C# 14, the SDK's usings and symbols, nullable annotations, unchecked arithmetic, no unsafe code needed.
        var path = files.Write("Modern.cs", SourceFolder.Plugin(members: """
            public string? Half { get; set => field = value?.Trim(); }
            private static List<int> Of(params IEnumerable<int> values) => values.ToList();
            public static int Wrapped(int value) => value + int.MaxValue;
            #if NET10_0_OR_GREATER && NET8_0_OR_GREATER && RELEASE && !DEBUG
            public static readonly bool IsRelease = Of([1, 2]).Count == 2 && new HttpClient() is not null && Task.CompletedTask.IsCompleted && Path.PathSeparator > 0;
            #endif
            """));
        using var catalog = files.Find(path);
        Assert.Empty(catalog.Refusals);
        Assert.Empty(catalog.Plugins[0].Warnings);
        var type = catalog.LoadEstimator("counts-rows").Estimator.GetType();
        Assert.Equal(true, type.GetField("IsRelease")!.GetValue(null));
        Assert.Equal(int.MinValue, type.GetMethod("Wrapped")!.Invoke(null, [1]));
        Assert.Equal(".NETCoreApp,Version=v10.0", type.Assembly.GetCustomAttribute<System.Runtime.Versioning.TargetFrameworkAttribute>()!.FrameworkName);
        Assert.DoesNotContain(type.Assembly.GetCustomAttributesData(), attribute => attribute.ToString().Contains("DisableOptimizations", StringComparison.Ordinal));
    }

    [Fact]
    public void AFileMayGiveItselfAVersionButNoContract()
    {
        var text = SourceFolder.Plugin().Replace("using Infoscope;", "using Infoscope;\nusing System.Reflection;\n[assembly: AssemblyInformationalVersion(\"2.1.0+abc\")]\n[assembly: AssemblyMetadata(\"InfoscopeContract\", \"9.9\")]");
        using var catalog = files.Find(files.Write("CountsRows.cs", text));
        Assert.Empty(catalog.Refusals);
        Assert.Equal(("2.1.0", ContractVersion.Host), (catalog.Plugins[0].Identity.Version, catalog.Plugins[0].Identity.Contract));
    }

    [Fact]
    public void StackTracesHaveLines()
    {
        var text = SourceFolder.Plugin(members: "public static void Fail() => throw new InvalidOperationException();");
        var path = files.Write("CountsRows.cs", text);
        using var catalog = files.Find(path);
        var fail = catalog.LoadEstimator("counts-rows").Estimator.GetType().GetMethod("Fail")!.CreateDelegate<Action>();
        var line = text[..text.IndexOf("Fail()", StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
        Assert.Contains($"in {path}:line {line}", Assert.Throws<InvalidOperationException>(fail).StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public void CompilingTwiceGivesTheSameBytes()
    {
        var path = files.Write("CountsRows.cs", SourceFolder.Plugin());
        var settings = new SourceSettings { Cache = null };
        Assert.Equal(SourcePlugin.Compile(path, settings).Image.ToArray(), SourcePlugin.Compile(path, settings).Image.ToArray());
    }

    [Fact]
    public void FilesOfOneNameFromTwoFoldersAreTwoPlugins()
    {
        using var catalog = files.Find(files.Write("a/Same.cs", SourceFolder.Plugin("one")), files.Write("b/Same.cs", SourceFolder.Plugin("two")));
        Assert.Empty(catalog.Refusals);
        Assert.Equal(["one", "two"], catalog.Estimators.Select(estimator => catalog.LoadEstimator(estimator.Id).Description.Id));
    }

    [Fact]
    public void AnIdThatIsTakenIsRefused()
    {
        var (first, second) = (files.Write("First.cs", SourceFolder.Plugin()), files.Write("Second.cs", SourceFolder.Plugin()));
        using var catalog = files.Find(first, second, first);
        catalog.AssertRefused(PluginFailure.DuplicateId, second, $"{second} gives the estimator 'counts-rows', which {first} gives already; the first one is used, so remove or rename one.");
        Assert.Single(catalog.Plugins);
    }

    [Fact]
    public void FilesInAFolderOfPluginsArePluginsAndThoseBelowAreNot()
    {
        files.Write("plugins/CountsRows.cs", SourceFolder.Plugin());
        files.Write("plugins/.#CountsRows.cs", "half a file of an editor");
        files.Write("plugins/Project/Helper.cs", "not to be read");
        files.Write("plugins/Project/Project.csproj", "");
        using var catalog = PluginCatalog.Discover([files.PathOf("plugins")], [], PluginCatalog.DefaultConstructorTimeLimit, files.Settings);
        var project = files.PathOf("plugins", "Project");
        catalog.AssertRefused(PluginFailure.NotAPlugin, project, $"{project} holds a project and no DLL; build it and give the folder of its output, such as {Path.Combine(project, "bin", "Release", "net10.0")}.");
        Assert.Equal("counts-rows", Assert.Single(catalog.Estimators).Id);
    }

    [Fact]
    public void AnImageIsThePluginThatItWasMadeOf()
    {
        var path = files.Write("CountsRows.cs", SourceFolder.Plugin());
        using var catalog = files.Find(path);
        File.Delete(path);
        using var again = PluginCatalog.Discover([], [path], new Dictionary<string, ReadOnlyMemory<byte>> { [path] = catalog.Plugins[0].Image!.Value });
        Assert.Equal(catalog.Plugins[0].Identity, again.Plugins[0].Identity);
        Assert.NotNull(again.LoadEstimator("counts-rows").Estimator);
    }

    [Fact]
    public void AnImageIsTakenWhateverLiesAtThePathByNow()
    {
        var path = files.Write("CountsRows.cs", SourceFolder.Plugin());
        using var catalog = files.Find(path);
        File.Delete(path);
        Directory.CreateDirectory(path);
        using var again = PluginCatalog.Discover([], [path], new Dictionary<string, ReadOnlyMemory<byte>> { [path] = catalog.Plugins[0].Image!.Value });
        Assert.Empty(again.Refusals);
        Assert.NotNull(again.LoadEstimator("counts-rows").Estimator);
    }

    [Fact]
    public void TheVersionMayBeGivenThroughAnAlias()
    {
        var text = SourceFolder.Plugin().Replace("using Infoscope;", "using Infoscope;\nusing V = System.Reflection.AssemblyInformationalVersionAttribute;\n[assembly: V(\"1.2\")]");
        using var catalog = files.Find(files.Write("CountsRows.cs", text));
        Assert.Empty(catalog.Refusals);
        Assert.Equal("1.2", catalog.Plugins[0].Identity.Version);
    }

    [Fact]
    public void ASourceGeneratorIsSaidNotToRun()
    {
        var path = files.Write("Generated.cs", SourceFolder.Plugin().Replace("sealed class CountsRows", "sealed partial class CountsRows").Replace("private static readonly Quantity", "[System.Text.RegularExpressions.GeneratedRegex(\"a\")] private static partial System.Text.RegularExpressions.Regex A();\nprivate static readonly Quantity"));
        using var catalog = files.Find(path);
        Assert.Contains("CS8795", catalog.Refusals[0].Details[0]);
        Assert.Equal("source generators do not run for a single file; write the body by hand, or make a plugin project: infoscope new estimator NAME", catalog.Refusals[0].Details[^1]);
    }

    [Fact]
    public void AForgottenUsingDirectiveIsNamed()
    {
        var path = files.Write("Forgotten.cs", SourceFolder.Plugin().Replace("using Infoscope;", "", StringComparison.Ordinal));
        using var catalog = files.Find(path);
        Assert.Contains("CS0246", catalog.Refusals[0].Details[0]);
        Assert.Equal("the types of the contract are in the namespace Infoscope; begin the file with: using Infoscope;", catalog.Refusals[0].Details[^1]);
    }

    [Fact]
    public void AConstructorHasATimeLimit()
    {
        var path = files.Write("Slow.cs", SourceFolder.Plugin(name: "Slow", members: "public Slow() => Thread.Sleep(Timeout.Infinite);"));
        using var catalog = PluginCatalog.Discover([], [path], TimeSpan.FromSeconds(0.5), files.Settings);
        catalog.AssertNotLoaded("counts-rows", PluginFailure.ConstructorTimedOut, path, $"the constructor of estimator 'counts-rows' in {path} did not return within 0.5 s; its thread was abandoned, and estimator 'counts-rows' is not used.");
    }

    [Fact]
    public void TheLibrariesOfTheHostAreNotSeen()
    {
        var path = files.Write("Host.cs", "using Infoscope.Loading;\nusing Xunit;\n" + SourceFolder.Plugin());
        files.AssertRefused(
            path,
            PluginFailure.DoesNotCompile,
            "does not compile: 2 errors.",
            $"{path}(1,17): error CS0234: The type or namespace name 'Loading' does not exist in the namespace 'Infoscope' (are you missing an assembly reference?)",
            "    1 | using Infoscope.Loading;",
            "      |                 ^",
            $"{path}(2,7): error CS0246: The type or namespace name 'Xunit' could not be found (are you missing a using directive or an assembly reference?)",
            "    2 | using Xunit;",
            "      |       ^",
            "a single file sees .NET and the contract alone; for packages make a plugin project: infoscope new estimator NAME");
    }
}
