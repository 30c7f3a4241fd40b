using System.Diagnostics;
using System.Text;

namespace Infoscope.Loading.Tests;

public sealed class RefusedSourceTests : IDisposable
{
    private const string NoRegularFile = "is no regular file, but a pipe or a device; a plugin in one file is a text that is saved on disk.";

    private readonly SourceFolder files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void WhatDoesNotCompileIsShownAsTheCompilerShowsIt()
    {
        var good = files.Write("Good.cs", SourceFolder.Plugin());
        var path = files.Write("Bad.cs", "class A\n{\n\tint a = 1\n}\n");
        using var catalog = files.Find(path, good);
        catalog.AssertRefused(PluginFailure.DoesNotCompile, path, $"{path} does not compile: 1 error.");
        Assert.Equal([$"{path}(3,11): error CS1002: ; expected", "    3 |     int a = 1", "      |              ^"], catalog.Refusals[0].Details);
        Assert.Equal("counts-rows", Assert.Single(catalog.Estimators).Id);
    }

    [Fact]
    public void NoMoreThanTwentyDiagnosticsAreShown()
    {
        var path = files.Write("Many.cs", "class A\n{\n" + string.Concat(Enumerable.Range(0, 51).Select(i => $"    Missing{i} field{i};\n")) + "}\n");
        using var catalog = files.Find(path);
        var details = catalog.Refusals[0].Details;
        Assert.Equal($"{path} does not compile: 51 errors.", catalog.Refusals[0].Sentence);
        Assert.Equal((61, "and 31 more"), (details.Count, details[^1]));
        Assert.Equal("   22 |     Missing19 field19;", details[^3]);
    }

    [Fact]
    public void UnsafeCodeIsRefused()
    {
        var path = files.Write("Unsafe.cs", SourceFolder.Plugin(members: "public static unsafe int* Null => null;"));
        using var catalog = files.Find(path);
        Assert.Contains(catalog.Refusals[0].Details, line => line.EndsWith("error CS0227: Unsafe code may only appear if compiling with /unsafe", StringComparison.Ordinal));
    }

    [Fact]
    public void AFileThatIsTooLongIsNotRead()
    {
        var path = files.Write("Long.cs", new byte[(1 << 20) + 1]);
        files.AssertRefused(path, PluginFailure.BadSource, "has 1048577 bytes; a single file may have 1048576: make a plugin project of it.");
    }

    [Fact]
    public void AFileOfTheGreatestLengthIsCompiled()
    {
        var text = SourceFolder.Plugin();
        using var catalog = files.Find(files.Write("Long.cs", text + new string('/', (1 << 20) - Encoding.UTF8.GetByteCount(text))));
        Assert.Empty(catalog.Refusals);
    }

    [Theory]
    [InlineData(new byte[0], "is empty; a plugin in one file holds a public sealed class with [Estimator] or [LabelSource].")]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 0x0A, 0x20 }, "is empty; a plugin in one file holds a public sealed class with [Estimator] or [LabelSource].")]
    [InlineData(new byte[] { 0x2F, 0x2F, 0x0A, 0x2F, 0x2F, 0x0A, 0x2F, 0x2F, 0xE4, 0x0A }, "is not UTF-8: byte 8, on line 3, is 0xE4; save it as UTF-8.")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41, 0x00 }, "is UTF-16; save it as UTF-8.")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0x00, 0x41 }, "is UTF-16; save it as UTF-8.")]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x00, 0x00, 0x41, 0x00, 0x00, 0x00 }, "is UTF-32; save it as UTF-8.")]
    [InlineData(new byte[] { 0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x00, 0x41 }, "is UTF-32; save it as UTF-8.")]
    [InlineData(new byte[] { 0x2F, 0x2F, 0x0A, 0x41, 0x00 }, "holds NUL characters, the first on line 2, as UTF-16 does; save it as UTF-8.")]
    [InlineData(new byte[] { 0x00, 0x00, 0x00 }, "holds NUL characters, the first on line 1, as UTF-16 does; save it as UTF-8.")]
    public void AFileThatIsNoTextIsRefused(byte[] bytes, string sentence) => files.AssertRefused(files.Write("Odd.cs", bytes), PluginFailure.BadSource, sentence);

    [Theory]
    [InlineData("a,b.cs")]
    [InlineData("a=b.cs")]
    [InlineData("trailing .cs")]
    [InlineData("-x.cs")]
    public void ANameThatNoAssemblyCanHaveIsRefused(string name) => files.AssertRefused(
        files.Write(name, SourceFolder.Plugin()), PluginFailure.BadSource, "has a name that no assembly can have; use letters, digits, and _ - . or spaces between them, such as MyEstimator.cs.");

    [Theory]
    [InlineData("System.Runtime.cs")]
    [InlineData("Infoscope.Abstractions.cs")]
    [InlineData("infoscope.loading.cs")]
    public void ANameOfDotNetOrTheHostIsRefused(string name) =>
        files.AssertRefused(files.Write(name, SourceFolder.Plugin()), PluginFailure.BadSource, "is named like an assembly of .NET or of the host; give it another name.");

    [Fact]
    public void OtherLettersMayBeInAName()
    {
        using var catalog = files.Find(files.Write("Schätzer 2.1-β.cs", SourceFolder.Plugin()));
        Assert.Empty(catalog.Refusals);
        Assert.NotNull(catalog.LoadEstimator("counts-rows"));
    }

    [Fact]
    public void AFolderNamedLikeAFileIsRefused()
    {
        Directory.CreateDirectory(files.PathOf("x.cs"));
        files.AssertRefused(files.PathOf("x.cs"), PluginFailure.NotAPlugin, "is a folder that is named like a source file, and holds no DLL; a plugin is a folder with its DLL, or a .cs file.");
        var one = files.Write("folder/One.cs", SourceFolder.Plugin());
        files.AssertRefused(files.PathOf("folder"), PluginFailure.NotAPlugin, $"holds source files and no DLL; a plugin in one file is named itself, such as {one}.");
    }

    [Fact]
    public void LinksThatLeadNowhereAreRefused()
    {
        if (OperatingSystem.IsWindows()) return;
        var (loop, dangling) = (files.PathOf("Loop.cs"), files.PathOf("Dangling.cs"));
        File.CreateSymbolicLink(loop, loop);
        File.CreateSymbolicLink(dangling, "gone.cs");
        files.AssertRefused(loop, PluginFailure.NotLoadable, $"cannot be read: Too many levels of symbolic links in '{loop}'.");
        files.AssertRefused(dangling, PluginFailure.NotLoadable, $"cannot be read: Could not find file '{files.PathOf("gone.cs")}'.");
    }

    [Fact]
    public void ALinkToAFileIsThatFile()
    {
        if (OperatingSystem.IsWindows()) return;
        var link = files.PathOf("Link.cs");
        File.CreateSymbolicLink(link, files.Write("Real.cs", SourceFolder.Plugin()));
        using var catalog = files.Find(link);
        Assert.Equal(("Link", link), (catalog.Plugins[0].Identity.Name, catalog.Plugins[0].Identity.Path));
    }

    [Fact]
    public void APipeIsNotWaitedFor()
    {
        if (OperatingSystem.IsWindows()) return;
        using (var make = Process.Start("mkfifo", [files.PathOf("Pipe.cs")])!) make.WaitForExit();
        files.AssertRefused(files.PathOf("Pipe.cs"), PluginFailure.BadSource, NoRegularFile);
        File.CreateSymbolicLink(files.PathOf("Link.cs"), "Pipe.cs");
        files.AssertRefused(files.PathOf("Link.cs"), PluginFailure.BadSource, NoRegularFile);
    }

    [Fact]
    public void ADeviceIsRefused()
    {
        if (OperatingSystem.IsWindows()) return;
        File.CreateSymbolicLink(files.PathOf("Zero.cs"), "/dev/zero");
        files.AssertRefused(files.PathOf("Zero.cs"), PluginFailure.BadSource, NoRegularFile);
    }

    [Fact]
    public void AFileThatMayNotBeReadIsRefused()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) return;
        var path = files.Write("Secret.cs", SourceFolder.Plugin());
        File.SetUnixFileMode(path, UnixFileMode.None);
        files.AssertRefused(path, PluginFailure.NotLoadable, $"cannot be read: Access to the path '{path}' is denied.");
    }

    [Theory]
    [InlineData("#:package Newtonsoft.Json@13.0.3", 1)]
    [InlineData("// a script\n#r \"nuget: Newtonsoft.Json\"", 2)]
    [InlineData("#load \"other.cs\"", 1)]
    public void WhatScriptsAskForIsRefused(string directive, int line) => files.AssertRefused(
        files.Write("Script.cs", $"{directive}\n{SourceFolder.Plugin()}"),
        PluginFailure.BadSource,
        $"asks for something beside it on line {line}: {directive.Split('\n')[^1]}; a single file sees .NET and the contract alone; for packages make a plugin project: infoscope new estimator NAME.");

    [Fact]
    public void AProgramIsRefused() => files.AssertRefused(
        files.Write("Program.cs", "using Infoscope;\nConsole.WriteLine(1);\n" + SourceFolder.Plugin()["using Infoscope;".Length..]),
        PluginFailure.BadSource,
        "has a statement outside of any type on line 2; a plugin is no program: put its code into the methods of a class with [Estimator] or [LabelSource].");

    [Fact]
    public void AFileWithoutAnEstimatorIsRefused() => files.AssertRefused(
        files.Write("Tool.cs", "public static class Tool { public static void Main() { } }\n"),
        PluginFailure.NothingInside,
        "declares no estimator and no label source; mark a public sealed class with [Estimator] or [LabelSource].");

    [Fact]
    public void AnEstimatorThatCannotBeOneIsRefused()
    {
        var text = SourceFolder.Plugin().Replace("public sealed class CountsRows", "internal sealed class CountsRows", StringComparison.Ordinal);
        var path = files.Write("Hidden.cs", "#pragma warning disable\n" + text);
        using var catalog = files.Find(path);
        Assert.Empty(catalog.Estimators);
        Assert.Contains(Assert.Single(catalog.Refusals).Failure, new[] { PluginFailure.InvalidDeclaration, PluginFailure.DoesNotCompile });
    }

    [Fact]
    public void AMemberThatIsMissingIsShown()
    {
        var path = files.Write("Half.cs", "using Infoscope;\n[Estimator(\"half\", Summary = \"Half.\", Citation = \"none\")]\n[Estimates(\"entropy\")]\npublic sealed class Half : IEstimator\n{\n    public InputRequirements Requires(OptionValues options) => new();\n}\n");
        using var catalog = files.Find(path);
        Assert.Contains($"{path}(4,28): error CS0535: 'Half' does not implement interface member 'IEstimator.Begin(EstimationContext)'", catalog.Refusals[0].Details);
    }

    [Fact]
    public void ACompilerThatTakesTooLongIsAbandoned()
    {
        // Each of the nested lambdas is bound once for every overload, and that of the next for each of these.
        var nested = "0";
        for (var depth = 0; depth < 14; depth++) nested = $"F(x{depth} => {nested})";
        const string overloads = "static int F(Func<int, int> f) => 0; static int F(Func<string, int> f) => 0; static int F(Func<double, int> f) => 0; static int F(Func<long, long> f) => 0;";
        var path = files.Write("Bomb.cs", SourceFolder.Plugin(members: $"{overloads} static int G() => {nested};"));
        using var catalog = PluginCatalog.Discover([], [path], PluginCatalog.DefaultConstructorTimeLimit, files.Settings with { TimeLimit = TimeSpan.FromSeconds(0.5) });
        catalog.AssertRefused(PluginFailure.CompilerFailed, path, $"{path} was not compiled within 0.5 s of processor time, or 600 s by the clock; the compiler was abandoned, and the file is not used: make its expressions simpler.");
    }

    [Fact]
    public void ACompilerThatWaitsIsAbandonedByTheClock()
    {
        var path = files.Write("Waits.cs", SourceFolder.Plugin());
        using var catalog = PluginCatalog.Discover([], [path], PluginCatalog.DefaultConstructorTimeLimit, files.Settings with { Cache = null, ClockLimit = TimeSpan.Zero });
        catalog.AssertRefused(PluginFailure.CompilerFailed, path, $"{path} was not compiled within 60 s of processor time, or 0 s by the clock; the compiler was abandoned, and the file is not used: make its expressions simpler.");
    }
}
