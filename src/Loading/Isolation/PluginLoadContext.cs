using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Infoscope.Loading;

/// <summary>Where one plugin is loaded: its own dependencies, the framework, and the host's contract; nothing else of the host.</summary>
internal sealed class PluginLoadContext : AssemblyLoadContext
{
    /// <summary>The one assembly that a plugin shares with the host.</summary>
    public const string ContractName = "Infoscope.Abstractions";

    private readonly AssemblyDependencyResolver? resolver;
    private readonly PluginBinary binary;
    private readonly Lock gate = new();

    /// <summary>Makes the context of a plugin.</summary>
    /// <exception cref="InvalidOperationException">The plugin's <c>.deps.json</c> cannot be used.</exception>
    public PluginLoadContext(PluginBinary binary)
        : base(Path.GetFileNameWithoutExtension(binary.Path), isCollectible: true)
    {
        this.binary = binary;
        resolver = binary.Image is null ? new(binary.Path) : null;
    }

    /// <summary>Loads the plugin's assembly, once.</summary>
    public Assembly LoadMain()
    {
        if (binary.Image is null) return LoadFromAssemblyPath(binary.Path);
        // Asked for each time and not kept: a context that refers to what it loaded never leaves memory. Of a source file nothing else is loaded.
        lock (gate) return Assemblies.FirstOrDefault() ?? LoadFromStream(binary.Open());
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // Whatever version the plugin was built against, and whatever copy lies in its folder, the types have to be the host's.
        if (string.Equals(assemblyName.Name, ContractName, StringComparison.OrdinalIgnoreCase)) return typeof(IEstimator).Assembly;
        if (resolver?.ResolveAssemblyToPath(assemblyName) is { } path) return LoadFromAssemblyPath(path);

        // Null passes the question on to the host's own context, which would lend the host's private libraries; the runtime would pass over a FileNotFoundException.
        return HostAssemblies.IsPrivate(assemblyName.Name!)
            ? throw new FileLoadException($"The assembly {assemblyName.Name} is not in the plugin's folder, and the host does not lend its own.", assemblyName.FullName)
            : null;
    }

    /// <inheritdoc/>
    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        var folder = Path.GetDirectoryName(binary.Path)!;
        var path = resolver?.ResolveUnmanagedDllToPath(unmanagedDllName) ?? NativeNames(unmanagedDllName).Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        return path is null ? 0 : LoadUnmanagedDllFromPath(path);
    }

    // The names under which the platform's own search looks for a library, for a plugin whose .deps.json does not list it.
    private static string[] NativeNames(string name) =>
        RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? [$"{name}.dll", name]
        : RuntimeInformation.IsOSPlatform(OSPlatform.OSX) ? [$"lib{name}.dylib", $"{name}.dylib", name]
        : [$"lib{name}.so", $"{name}.so", name];
}
