namespace Infoscope.Loading;

/// <summary>The assemblies that this process was started with: those of .NET, which plugins share, and the host's own, which they do not.</summary>
internal static class HostAssemblies
{
    private static readonly string[] Trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    // Empty in a host that is one file with .NET in it.
#pragma warning disable IL3000 // that it is empty there is what is asked
    private static readonly string? Folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
#pragma warning restore IL3000

    private static readonly (HashSet<string> Framework, HashSet<string> Private) Names = ReadNames();

    /// <summary>Gets whether the host came with its own .NET, of which its libraries cannot be told apart.</summary>
    public static bool IsSelfContained { get; } = string.IsNullOrEmpty(Folder) || Folder == Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);

    /// <summary>Gets the paths of the assemblies that come with .NET.</summary>
    public static IEnumerable<string> FrameworkPaths => Trusted.Where(path => Path.GetDirectoryName(path) == Folder);

    /// <summary>Tells whether an assembly of that name comes with .NET.</summary>
    public static bool IsFramework(string name) => Names.Framework.Contains(name);

    /// <summary>Tells whether an assembly of that name is one of the host's own.</summary>
    public static bool IsPrivate(string name) => Names.Private.Contains(name);

    private static (HashSet<string> Framework, HashSet<string> Private) ReadNames()
    {
        // In a self-contained host everything lies in one folder and the framework cannot be told from the host's libraries; then all of them count as framework.
        var parts = Trusted.ToLookup(path => string.IsNullOrEmpty(Folder) || Path.GetDirectoryName(path) == Folder, path => Path.GetFileNameWithoutExtension(path));
        return (parts[true].ToHashSet(StringComparer.OrdinalIgnoreCase), parts[false].ToHashSet(StringComparer.OrdinalIgnoreCase));
    }
}
