using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Infoscope.Loading;

/// <summary>A plugin in one C# file, as it was read.</summary>
internal sealed partial class SourceFile
{
    /// <summary>The longest file that is read.</summary>
    public const int MostBytes = 1 << 20;

    private SourceFile(string path, byte[] bytes)
    {
        Path = path;
        Bytes = bytes;
    }

    /// <summary>Gets the full path.</summary>
    public string Path { get; }

    /// <summary>Gets the content.</summary>
    public byte[] Bytes { get; }

    /// <summary>Gets the name without the extension, which the assembly bears.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Gets what stands as version of a file that gives itself none: the start of the SHA-256 of its content.</summary>
    public string Version => $"source-{Convert.ToHexStringLower(SHA256.HashData(Bytes))[..12]}";

    /// <summary>Reads a file and checks that it can be C# at all.</summary>
    /// <exception cref="PluginLoadException">It cannot.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SourceFile Read(string path)
    {
        if (!GoodName().IsMatch(System.IO.Path.GetFileNameWithoutExtension(path)))
            throw Bad(path, "has a name that no assembly can have; use letters, digits, and _ - . or spaces between them, such as MyEstimator.cs");
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        if (HostAssemblies.IsFramework(name) || HostAssemblies.IsPrivate(name) || name.Equals(PluginLoadContext.ContractName, StringComparison.OrdinalIgnoreCase))
            throw Bad(path, "is named like an assembly of .NET or of the host; give it another name");
        // The length is asked for first, of what a link leads to: a pipe has none, and to open one may take for ever.
        var file = (FileInfo?)File.ResolveLinkTarget(path, returnFinalTarget: true) ?? new FileInfo(path);
        var length = file.Length;
        if (length > MostBytes) throw Bad(path, FormattableString.Invariant($"has {length} bytes; a single file may have {MostBytes}: make a plugin project of it"));
        if (length == 0 && !IsRegular(file.FullName)) throw Bad(path, "is no regular file, but a pipe or a device; a plugin in one file is a text that is saved on disk");
        var bytes = length == 0 ? [] : ReadAtMost(path, MostBytes + 1);
        if (bytes.Length > MostBytes) throw Bad(path, FormattableString.Invariant($"grows while it is read; a single file may have {MostBytes} bytes"));
        if (bytes.AsSpan() is [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..]) throw Bad(path, "is UTF-32; save it as UTF-8");
        if (bytes.AsSpan() is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) throw Bad(path, "is UTF-16; save it as UTF-8");
        if (bytes.IndexOf((byte)0) is >= 0 and var nul) throw Bad(path, FormattableString.Invariant($"holds NUL characters, the first on line {LineOf(bytes, nul)}, as UTF-16 does; save it as UTF-8"));
        CheckUtf8(path, bytes);
        return IsBlank(bytes) ? throw Bad(path, "is empty; a plugin in one file holds a public sealed class with [Estimator] or [LabelSource]") : new(path, bytes);
    }

    /// <summary>Reads a file, but no more than some bytes of it.</summary>
    public static byte[] ReadAtMost(string path, int most)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var buffer = new byte[most];
        return buffer[..file.ReadAtLeast(buffer, most, throwOnEndOfStream: false)];
    }

    private static PluginLoadException Bad(string path, string what) => new(PluginFailure.BadSource, path, $"{path} {what}.");

    private static void CheckUtf8(string path, byte[] bytes)
    {
        var position = 0;
        while (position < bytes.Length)
        {
            if (Rune.DecodeFromUtf8(bytes.AsSpan(position), out _, out var used) != OperationStatus.Done)
                throw Bad(path, FormattableString.Invariant($"is not UTF-8: byte {position}, on line {LineOf(bytes, position)}, is 0x{bytes[position]:X2}; save it as UTF-8"));
            position += used;
        }
    }

    private static int LineOf(byte[] bytes, int position) => bytes.AsSpan(0, position).Count((byte)'\n') + 1;

    // Of a file without a length. To open a pipe for reading alone would wait for a writer; a device has no length, and gives bytes all the same.
    private static bool IsRegular(string path)
    {
        if (OperatingSystem.IsWindows()) return true;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            return file.CanSeek && file.ReadByte() < 0;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static bool IsBlank(byte[] bytes) => string.IsNullOrWhiteSpace(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));

    [GeneratedRegex(@"^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_\-. ]*[\p{L}\p{M}\p{N}_\-])?$", RegexOptions.CultureInvariant)]
    private static partial Regex GoodName();
}
