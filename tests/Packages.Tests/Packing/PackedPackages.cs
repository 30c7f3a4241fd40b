using Infoscope.Testing;

namespace Infoscope.Packages.Tests.Packing;

/// <summary>All packages, packed once from what is built, and folders to use them in: without a clone, and without what an earlier run left on the machine.</summary>
public sealed class PackedPackages : IDisposable
{
    /// <summary>The ids of the packages, and of no others.</summary>
    public static readonly string[] Ids = ["Infoscope.Abstractions", "Infoscope.Compute", "Infoscope.Conformance", "Infoscope.Engine", "Infoscope.Templates", "Infoscope.Tool"];

    private readonly string root = Directory.CreateTempSubdirectory("infoscope-packages-").FullName;

    private readonly Lazy<string> tool;

    public PackedPackages()
    {
        tool = new(InstallTool);
        Directory.CreateDirectory(Folder);
        Shell.Run(Repository.PathOf(typeof(PackedPackages).Assembly), new Dictionary<string, string>(), "dotnet", "pack", "Infoscope.slnx", "-c", Configuration, "--no-build", "-o", Folder).Done();

        // What our packages need comes from where the machine keeps what this repository was built with. Packages of ours that lie there are of another time, so they are looked for elsewhere.
        File.WriteAllText(Path.Combine(root, "NuGet.config"), $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="machine" value="{Repository.MetadataOf(typeof(PackedPackages).Assembly, "NuGetPackageRoot")}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="infoscope"><package pattern="Infoscope.*" /></packageSource>
                <packageSource key="machine"><package pattern="*" /></packageSource>
              </packageSourceMapping>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);
    }

    /// <summary>Gets the build configuration that is packed.</summary>
    public static string Configuration { get; } = Repository.ConfigurationOf(typeof(PackedPackages).Assembly);

    /// <summary>Gets the version of all packages.</summary>
    public static string Version { get; } = Repository.MetadataOf(typeof(PackedPackages).Assembly, "Version");

    /// <summary>Gets the folder of the packages, as a source of NuGet.</summary>
    public string Folder => Path.Combine(root, "packages");

    /// <summary>Gets the tool, installed from the folder of packages alone.</summary>
    public string Tool => tool.Value;

    /// <summary>Opens a package.</summary>
    public Package Open(string id) => new(Path.Combine(Folder, $"{id}.{Version}.nupkg"));

    /// <summary>Makes a folder whose projects take our packages from here and nowhere else.</summary>
    internal Sandbox NewSandbox()
    {
        var sandbox = NewEmptySandbox();
        sandbox.Write("NuGet.config", $"""<configuration><packageSources><add key="infoscope" value="{Folder}" /></packageSources></configuration>""");
        return sandbox;
    }

    /// <summary>Makes a folder that knows of no source of our packages; one that is called infoscope will be asked.</summary>
    internal Sandbox NewEmptySandbox() => new(Directory.CreateDirectory(Path.Combine(root, $"sandbox-{Guid.NewGuid():N}")).FullName, this);

    /// <summary>Runs a program in a folder, with installed packages of our own.</summary>
    internal ShellRun Run(string folder, string program, params string[] arguments) =>
        Shell.Run(folder, new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(root, "installed") }, program, arguments);

    public void Dispose() => Directory.Delete(root, recursive: true);

    // A folder in which nothing is a source, so that the one that is added is the only one.
    private string InstallTool()
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "tool")).FullName;
        File.WriteAllText(Path.Combine(folder, "NuGet.config"), "<configuration><packageSources><clear /></packageSources><packageSourceMapping><clear /></packageSourceMapping></configuration>");
        Run(folder, "dotnet", "tool", "install", "--tool-path", "tools", "--add-source", Folder, "Infoscope.Tool").Done();
        return Path.Combine(folder, "tools", OperatingSystem.IsWindows() ? "infoscope.exe" : "infoscope");
    }
}
