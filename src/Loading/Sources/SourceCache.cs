using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Infoscope.Loading;

/// <summary>Keeps compiled source files for the next run. What is damaged is compiled again, and what cannot be written is not kept; neither is an error.</summary>
/// <remarks>What lies there is run, so on Unix a folder that is not the user's own, or that others can write to, is not used; the folders above it are not looked at. Several processes may use it at once: a file appears whole or not at all.</remarks>
internal sealed partial class SourceCache(string folder)
{
    /// <summary>The variable that names another folder, or is <c>off</c>.</summary>
    public const string Variable = "INFOSCOPE_CACHE";

    private const string Extension = ".plugin";
    private const string Mark = "infoscope compiled source 1";

    // An assembly of a file of at most a mebibyte is far smaller.
    private const int MostBytes = 64 << 20;
    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Gets after how long without use a file is deleted.</summary>
    public static TimeSpan KeptFor { get; } = TimeSpan.FromDays(30);

    /// <summary>Gets how precisely the time of the last use is noted.</summary>
    public static TimeSpan UseStep { get; } = TimeSpan.FromDays(1);

    /// <summary>Gives the cache of the user, or the one that the environment names; null when it is turned off or there is no place for it.</summary>
    public static SourceCache? OfUser() => FolderOf(Environment.GetEnvironmentVariable) is { } folder ? new(folder) : null;

    /// <summary>Gives the folder of the user's cache by the environment; null for none.</summary>
    public static string? FolderOf(Func<string, string?> variable)
    {
        var chosen = variable(Variable);
        if (chosen?.Equals("off", StringComparison.OrdinalIgnoreCase) ?? false) return null;
        if (!string.IsNullOrEmpty(chosen)) return Path.Combine(Path.GetFullPath(chosen), "sources");
        var root = OperatingSystem.IsWindows() ? variable("LOCALAPPDATA") : OperatingSystem.IsMacOS() ? Below(variable("HOME"), "Library", "Caches") : Rooted(variable("XDG_CACHE_HOME")) ?? Below(variable("HOME"), ".cache");
        return Rooted(root) is { } place ? Path.Combine(place, "infoscope", "sources") : null;
    }

    /// <summary>Gives what was kept under a key; null for nothing that can be used.</summary>
    public CompiledSource? Read(string key)
    {
        try
        {
            var path = PathOf(key);
            // A link is not followed; a pipe or a device has no length, and is not opened.
            if (!IsMine() || new FileInfo(path) is not { Exists: true, LinkTarget: null, Length: > 0 and <= MostBytes and var length }) return null;
            var found = Decode(key, SourceFile.ReadAtMost(path, (int)length));
            if (found is not null && DateTime.UtcNow - File.GetLastWriteTimeUtc(path) > UseStep) File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return found;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Keeps what was compiled, and deletes what was not used for long.</summary>
    public void Write(string key, CompiledSource compiled)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
            else Directory.CreateDirectory(folder, Mine | UnixFileMode.UserExecute);
            if (!IsMine()) return;
            var temporary = Path.Combine(folder, $"{key}.{Path.GetRandomFileName()}.tmp");
            try
            {
                var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
                if (!OperatingSystem.IsWindows()) options.UnixCreateMode = Mine;
                using (var file = new FileStream(temporary, options)) file.Write(Encode(key, compiled));
                File.Move(temporary, PathOf(key), overwrite: true);
            }
            finally
            {
                File.Delete(temporary);
            }

            Prune();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next run compiles again.
        }
    }

    private static string? Below(string? root, params string[] parts) => string.IsNullOrEmpty(root) ? null : Path.Combine([root, .. parts]);

    private static string? Rooted(string? path) => Path.IsPathRooted(path) ? path : null;

    private static byte[] Encode(string key, CompiledSource compiled)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(key);
        writer.Write(compiled.Warnings.Count);
        foreach (var line in compiled.Warnings) writer.Write(line);
        writer.Write(compiled.Image.Length);
        writer.Write(compiled.Image.Span);
        writer.Write(SHA256.HashData(bytes.ToArray()));
        return bytes.ToArray();
    }

    private static CompiledSource? Decode(string key, byte[] bytes)
    {
        if (bytes.Length <= SHA256.HashSizeInBytes) return null;
        var content = bytes.AsSpan(..^SHA256.HashSizeInBytes);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(content.Length))) return null;
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        if (reader.ReadString() != Mark || reader.ReadString() != key) return null;
        var count = reader.ReadInt32();
        if (count < 0 || count > content.Length) return null;
        var warnings = new string[count];
        for (var line = 0; line < count; line++) warnings[line] = reader.ReadString();
        var length = reader.ReadInt32();
        return length == content.Length - (int)reader.BaseStream.Position ? new(reader.ReadBytes(length), warnings) : null;
    }

    // Throws where the folder belongs to another: only its owner may set its mode, even to what it is. Root may as well, and so is not kept from the folders of others.
    private bool IsMine()
    {
        if (OperatingSystem.IsWindows()) return true;
        if (!Directory.Exists(folder) || File.GetUnixFileMode(folder) is var mode && (mode & Others) != 0) return false;
        File.SetUnixFileMode(folder, mode);
        return true;
    }

    private string PathOf(string key) => Path.Combine(folder, key + Extension);

    // What a process left behind that was killed while it wrote is old after a day.
    private void Prune()
    {
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            var name = OwnName().Match(Path.GetFileName(path));
            if (name.Success && DateTime.UtcNow - File.GetLastWriteTimeUtc(path) > (name.Groups["temporary"].Success ? UseStep : KeptFor)) File.Delete(path);
        }
    }

    [GeneratedRegex(@"^[0-9a-f]{64}(?:\.plugin|(?<temporary>\.[0-9a-z]+\.[0-9a-z]+\.tmp))$", RegexOptions.CultureInvariant)]
    private static partial Regex OwnName();
}
