using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.Loader;

namespace Infoscope.Loading;

/// <summary>Checks that every assembly a plugin names is there, before anything is loaded.</summary>
internal static class DependencyCheck
{
    /// <summary>Looks up each referenced assembly in the plugin's folder and in .NET.</summary>
    /// <exception cref="PluginLoadException">One is missing.</exception>
    public static void Run(MetadataReader reader, string path)
    {
        var resolver = OpenResolver(path);
        foreach (var handle in reader.AssemblyReferences)
        {
            var reference = reader.GetAssemblyReference(handle).GetAssemblyName();
            if (reference.Name == PluginLoadContext.ContractName || resolver.ResolveAssemblyToPath(reference) is not null) continue;
            if (!HostAssemblies.IsFramework(reference.Name!))
                throw new PluginLoadException(PluginFailure.MissingDependency, path, $"{path} needs the assembly {reference.Name} {reference.Version}, which is neither in its folder nor part of .NET; copy the plugin's whole build output there.");
            // Assemblies of .NET carry its major version; older ones, and facades of earlier times, are always served.
            if (reference.Version?.Major > Environment.Version.Major)
                throw new PluginLoadException(PluginFailure.MissingDependency, path, $"{path} needs .NET {reference.Version.Major}; this host runs on .NET {Environment.Version.Major}: build the plugin for that.");
        }
    }

    private static AssemblyDependencyResolver OpenResolver(string path)
    {
        try
        {
            return new(path);
        }
        catch (InvalidOperationException error)
        {
            // The message repeats the path and a code before it comes to the point.
            throw new PluginLoadException(PluginFailure.NotLoadable, path, $"{path} has a .deps.json that cannot be used: {ExceptionText.OneLine(error).Split("Detailed error: ")[^1]}");
        }
    }
}
