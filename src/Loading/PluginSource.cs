namespace Infoscope.Loading;

/// <summary>Knows plugins in one C# file by their names.</summary>
public static class PluginSource
{
    private const string Extension = ".cs";

    /// <summary>Tells whether a path is named like a C# file; nothing is read.</summary>
    /// <exception cref="ArgumentNullException">The path is null.</exception>
    public static bool Is(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Gets the C# files that lie directly in a folder, in ordinal order, without those that are hidden, as editors make them.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder).Where(path => Is(path) && Path.GetFileName(path)[0] != '.').Order(StringComparer.Ordinal);
}
