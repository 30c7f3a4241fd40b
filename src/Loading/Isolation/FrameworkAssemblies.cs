namespace Infoscope.Loading;

/// <summary>The assemblies that come with .NET itself.</summary>
internal static class FrameworkAssemblies
{
    private static readonly HashSet<string> Names = ReadNames();

    /// <summary>Tells whether an assembly of that name comes with .NET.</summary>
    public static bool Contains(string name) => Names.Contains(name);

    private static HashSet<string> ReadNames()
    {
        var trusted = ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        // In a self-contained host everything lies in one folder and the framework cannot be told from the host's libraries; then all of them count.
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
        return trusted
            .Where(path => string.IsNullOrEmpty(folder) || Path.GetDirectoryName(path) == folder)
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
