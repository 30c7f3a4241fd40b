using System.Text;
using System.Text.RegularExpressions;
using Infoscope.Packages.Tests.Packing;
using Infoscope.Testing;

namespace Infoscope.Packages.Tests;

/// <summary>The same sources give the same assemblies, wherever they lie.</summary>
[Collection(PackedCollection.Name)]
public sealed class SameBytesTests(PackedPackages packages)
{
    private static readonly string Root = Repository.PathOf(typeof(SameBytesTests).Assembly);

    [ReleaseFact]
    public void NoAssemblyHoldsAPathOfTheMachine()
    {
        var root = Root.TrimEnd(Path.DirectorySeparatorChar);
        var assemblies = PackedPackages.Ids.SelectMany(id => packages.Open(id).Assemblies.Select(file => (Name: $"{id}/{file}", Bytes: packages.Open(id).Bytes(file)))).ToArray();
        Assert.NotEmpty(assemblies);
        Assert.All(assemblies, assembly =>
        {
            AssertHoldsNot(root, assembly.Bytes);
            if (AssemblyFile.SymbolsOf(assembly.Bytes) is { } symbols) AssertHoldsNot(root, symbols);
        });
    }

    [ReleaseFact]
    public void OurAssembliesNameTheirSourcesFromTheRoot()
    {
        var ours = PackedPackages.Ids.SelectMany(id => packages.Open(id).Assemblies.Where(IsOurs).Select(file => packages.Open(id).Bytes(file))).ToArray();
        Assert.NotEmpty(ours);
        Assert.All(ours, assembly =>
        {
            var symbols = AssemblyFile.SymbolsOf(assembly);
            Assert.NotNull(symbols);
            var sources = AssemblyFile.SourcesOf(symbols);
            Assert.NotEmpty(sources);
            Assert.All(sources, source => Assert.StartsWith("/_/", source, StringComparison.Ordinal));
        });
    }

    [ReleaseFact]
    public void AnotherFolderGivesTheSameBytes()
    {
        var copy = packages.NewEmptySandbox();
        foreach (var part in (string[])["src/Abstractions", "src/Compute", "src/Engine", "analyzers"]) Copy(part, copy);
        foreach (var file in (string[])["Directory.Build.props", "Directory.Packages.props", "src/Directory.Build.targets", ".editorconfig", ".gitignore", "global.json"]) copy.Write(file, File.ReadAllText(Path.Combine(Root, file)));
        CopyRevision(copy);

        // What analyzers say is no part of an assembly.
        Shell.Run(copy.PathOf(), new Dictionary<string, string>(), "dotnet", "build", "-c", "Release", "src/Engine", "-p:RunAnalyzers=false").Done();

        string[] libraries = ["Abstractions", "Compute", "Engine"];
        Assert.All(libraries, name => Assert.Equal(packages.Open($"Infoscope.{name}").Bytes($"lib/net10.0/Infoscope.{name}.dll"), copy.Bytes("src", name, "bin", "Release", "net10.0", $"Infoscope.{name}.dll")));
        string[] rules = ["Analyzers", "CodeFixes"];
        Assert.All(rules, name => Assert.Equal(packages.Open("Infoscope.Abstractions").Bytes($"analyzers/dotnet/cs/Infoscope.{name}.dll"), copy.Bytes("analyzers", name, "bin", "Release", "netstandard2.0", $"Infoscope.{name}.dll")));
    }

    private static bool IsOurs(string file) => Path.GetFileName(file).StartsWith("infoscope.", StringComparison.OrdinalIgnoreCase) || file.Contains("/plugins/", StringComparison.Ordinal);

    private static void AssertHoldsNot(string path, byte[] bytes)
    {
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(path)));
        Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(path)));
    }

    // An assembly built from a clone holds the revision, and its symbols say where a known server keeps that; so the copy says of itself what the clone said.
    private void CopyRevision(Sandbox to)
    {
        var engine = Encoding.Latin1.GetString(packages.Open("Infoscope.Engine").Bytes("lib/net10.0/Infoscope.Engine.dll"));
        var revision = Regex.Match(engine, Regex.Escape(PackedPackages.Version) + @"\+([0-9a-f]{40})");
        if (!revision.Success) return;
        to.Write(".git/HEAD", revision.Groups[1].Value + "\n");
        to.Write(".git/config", File.ReadAllText(Path.GetFullPath(Git("rev-parse", "--git-path", "config"), Root)));
        Directory.CreateDirectory(to.PathOf(".git", "objects"));
        Directory.CreateDirectory(to.PathOf(".git", "refs"));
    }

    private static string Git(params string[] arguments) => Shell.Run(Root, new Dictionary<string, string>(), "git", arguments).Done().Output.Trim();

    private static void Copy(string part, Sandbox to)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root, part), "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Root, file);
            if (name.Split(Path.DirectorySeparatorChar) is var folders && !folders.Contains("bin") && !folders.Contains("obj")) to.Write(name, File.ReadAllText(file));
        }
    }
}
