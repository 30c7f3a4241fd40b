using System.Security.Cryptography;

namespace Infoscope.Host.Watching;

/// <summary>Tells which files have another content than before. Asked again and again, because what notices of the system there are differs between editors and file systems.</summary>
/// <remarks>A content counts once it was seen twice in a row, so that a file that is being written is not read half; a file that is away, as editors let it be for a moment, has not changed.</remarks>
internal sealed class WatchedFiles(Func<IEnumerable<string>> files)
{
    // More than any plugin in one file may have.
    private const int MostBytes = 2 << 20;

    private readonly Dictionary<string, string> known = files().Select(path => (Path: path, Content: ContentOf(path))).Where(one => one.Content is not null).DistinctBy(one => one.Path).ToDictionary(one => one.Path, one => one.Content!);
    private readonly Dictionary<string, string> seen = [];

    /// <summary>Gives the files that have changed since they were given last.</summary>
    public IReadOnlyList<string> Changed()
    {
        var changed = new List<string>();
        foreach (var path in files().Distinct())
        {
            if (ContentOf(path) is not { } content || known.GetValueOrDefault(path) == content)
            {
                seen.Remove(path);
                continue;
            }

            if (seen.GetValueOrDefault(path) == content)
            {
                known[path] = content;
                changed.Add(path);
            }

            seen[path] = content;
        }

        return changed;
    }

    /// <summary>Gives what tells a content from another; null where there is no file that can be read.</summary>
    public static string? ContentOf(string path)
    {
        try
        {
            if (!File.Exists(path)) return null;

            // A pipe has no length, and to open one may take for ever.
            var file = new FileInfo(path);
            if ((file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file).Length == 0) return "";
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var buffer = new byte[Math.Min(MostBytes, stream.Length)];
            return Convert.ToHexString(SHA256.HashData(buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false))));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
