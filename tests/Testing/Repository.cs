using System.Reflection;

namespace Infoscope.Testing;

/// <summary>Where the files of the repository are, for tests that read them.</summary>
public static class Repository
{
    /// <summary>Gets a path below the repository's root.</summary>
    public static string PathOf(Assembly testAssembly, params string[] parts) => Path.GetFullPath(Path.Combine([MetadataOf(testAssembly, "RepositoryRoot"), .. parts]));

    /// <summary>Gets the build configuration of a test assembly.</summary>
    public static string ConfigurationOf(Assembly testAssembly) => MetadataOf(testAssembly, "Configuration");

    /// <summary>Gets what the project of a test assembly says of a build by name.</summary>
    public static string MetadataOf(Assembly testAssembly, string key) =>
        testAssembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
}
