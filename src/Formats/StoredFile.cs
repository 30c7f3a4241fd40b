namespace Infoscope.Formats;

/// <summary>An open file of arrays: .npy, .npz or .safetensors.</summary>
/// <remarks>Holds the file open until it is disposed, and nothing of the arrays in memory. Safe for any number of threads, disposal apart.</remarks>
public sealed class StoredFile : IDisposable
{
    /// <summary>The most arrays that a file may hold: each takes memory of its own when the file is opened.</summary>
    internal const int MostArrays = 1 << 15;

    private readonly IDisposable[] owned;
    private readonly Dictionary<string, StoredArray> byKey;

    internal StoredFile(string path, IReadOnlyList<StoredArray> arrays, IReadOnlyList<UnreadableArray> unreadable, IReadOnlyDictionary<string, string> metadata, IEnumerable<IDisposable> owned)
    {
        Path = path;
        Arrays = arrays;
        Unreadable = unreadable;
        Metadata = metadata;
        this.owned = [.. owned];
        byKey = arrays.ToDictionary(array => array.Key, StringComparer.Ordinal);
    }

    /// <summary>Gets the path, as it was given.</summary>
    public string Path { get; }

    /// <summary>Gets the arrays that can be read, in the order of the file's directory.</summary>
    public IReadOnlyList<StoredArray> Arrays { get; }

    /// <summary>Gets the members that cannot be read: object and complex arrays, and members of an archive that are no arrays.</summary>
    public IReadOnlyList<UnreadableArray> Unreadable { get; }

    /// <summary>Gets the <c>__metadata__</c> of a .safetensors file; empty for the others.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Gives the array with a key; the empty key is the only array of a file that has exactly one.</summary>
    /// <exception cref="ArrayFileException">No array has the key, or it cannot be read; the message lists what is there.</exception>
    public StoredArray Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (byKey.TryGetValue(key, out var found)) return found;
        if (key.Length == 0 && Arrays.Count == 1) return Arrays[0];
        if (Unreadable.FirstOrDefault(member => member.Key == key) is { } unreadable) throw new ArrayFileException(unreadable.Reason);
        throw new ArrayFileException(Arrays switch
        {
            [] when Unreadable.Count > 0 => Unreadable[0].Reason,
            [] => $"{Path} holds no array that can be read; save arrays into it.",
            [{ Key: "" }] => $"{Path} holds one array, which has no key, so there is no '{key}' in it; leave out ':{key}'.",
            _ when key.Length == 0 => $"{Path} holds {Arrays.Count} arrays, so name one as {Path}:KEY, where KEY is {Names.List(byKey.Keys)}.",
            _ => $"{Path} holds no array '{key}'; it holds {Names.List(byKey.Keys)}{Names.Suggestion(key, byKey.Keys)}",
        });
    }

    /// <summary>Closes the file; its arrays cannot be read any more.</summary>
    public void Dispose()
    {
        foreach (var part in owned) part.Dispose();
    }
}
