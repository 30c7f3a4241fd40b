namespace Infoscope.Loading;

/// <summary>The assemblies that this process was started with: those of .NET, which plugins share, and the host's own, which they do not.</summary>
internal static class HostAssemblies
{
    private static readonly (HashSet<string> Framework, HashSet<string> Private) Names = ReadNames();

    /// <summary>Tells whether an assembly of that name comes with .NET.</summary>
    public static bool IsFramework(string name) => Names.Framework.Contains(name);

    /// <summary>Tells whether an assembly of that name is one of the host's own.</summary>
    public static bool IsPrivate(string name) => Names.Private.Contains(name);

    private static (HashSet<string> Framework, HashSet<string> Private) ReadNames()
    {
        var trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        // In a self-contained host everything lies in one folder and the framework cannot be told from the host's libraries; then all of them count as framework.
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var parts = trusted.ToLookup(path => string.IsNullOrEmpty(folder) || Path.GetDirectoryName(path) == folder, path => Path.GetFileNameWithoutExtension(path));
        return (parts[true].ToHashSet(StringComparer.OrdinalIgnoreCase), parts[false].ToHashSet(StringComparer.OrdinalIgnoreCase));
    }
}
