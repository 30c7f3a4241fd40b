namespace Infoscope.Host.Inputs;

/// <summary>Finds the file or folder that a misspelt path was probably meant to be.</summary>
internal static class NearPath
{
    private static readonly string[] Extensions = [".npy", ".npz", ".safetensors", ".csv"];

    /// <summary>Gives what a FILE or FILE:KEY was probably meant to be, written as the typed one is; null when nothing near is there.</summary>
    public static FileSpec? For(FileSpec typed, string baseFolder) => For(typed.Path, baseFolder) switch
    {
        null => null,
        // The one array of a .npy has no key.
        var near when near.EndsWith(".npy", StringComparison.OrdinalIgnoreCase) => new FileSpec(near, null),
        var near => typed with { Path = near },
    };

    /// <summary>Gives a path that is there, written as the typed one is; each part may be misspelt, and an extension may be missing.</summary>
    /// <returns>The path; null when nothing near is there.</returns>
    public static string? For(string typed, string baseFolder)
    {
        var name = Path.GetFileName(typed);
        var parent = Path.GetDirectoryName(typed);
        if (name.Length == 0) return string.IsNullOrEmpty(parent) ? null : For(parent, baseFolder);
        if (!string.IsNullOrEmpty(parent) && !Directory.Exists(Path.GetFullPath(parent, baseFolder))) parent = For(parent, baseFolder);
        if (parent is null) return null;
        var folder = Path.GetFullPath(parent, baseFolder);
        return Directory.Exists(folder) && In(folder, name) is { } near ? Path.Combine(parent, near).Replace('\\', '/') : null;
    }

    private static string? In(string folder, string name)
    {
        if (Path.Exists(Path.Combine(folder, name))) return name;
        string[] there = [.. Directory.EnumerateFileSystemEntries(folder, "*", new EnumerationOptions { IgnoreInaccessible = true }).Select(path => Path.GetFileName(path))];
        if (Extensions.Select(extension => name + extension).FirstOrDefault(there.Contains) is { } whole) return whole;
        // A shared extension alone makes no two short names alike.
        return Suggestion.For(name, there) is { } near && Suggestion.For(Stem(name), [Stem(near)]) is not null ? near : null;
    }

    private static string Stem(string name) => Path.GetFileNameWithoutExtension(name);
}
