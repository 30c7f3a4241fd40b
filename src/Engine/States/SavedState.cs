using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace Infoscope.Engine.States;

/// <summary>A file of saved states, checked whole when it is opened.</summary>
public sealed class SavedState : IDisposable
{
    private readonly FileStream file;

    private SavedState(string path, FileStream file, StateManifest manifest)
    {
        Path = path;
        this.file = file;
        Manifest = manifest;
    }

    /// <summary>Gets the path, as it was given.</summary>
    public string Path { get; }

    /// <summary>Gets which part of the comparison it holds.</summary>
    public Shard Shard => Manifest.Shard;

    /// <summary>Gets the settings that change the result.</summary>
    public SavedSettings Settings => Manifest.Settings;

    /// <summary>Gets the estimators.</summary>
    public IReadOnlyList<SavedEstimator> Estimators => Manifest.Estimators;

    internal StateManifest Manifest { get; }

    /// <summary>Opens a file of states and reads it once to see that it is whole.</summary>
    /// <exception cref="InvalidDataException">It is no file of states, or it is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SavedState Open(string path)
    {
        // A pipe has 0 bytes; to open it would wait for someone who writes.
        if (new FileInfo(path) is { Exists: true, Length: 0 }) throw StateFormat.Refusal(path, "is empty; give files that infoscope compare --save-state wrote.");
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            return new SavedState(path, file, Read(path, file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Tells whether a file begins as one of states does.</summary>
    public static bool IsState(string path)
    {
        if (new FileInfo(path).Length == 0) return false;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var magic = new byte[StateFormat.Magic.Length];
        return file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) == magic.Length && magic.AsSpan().SequenceEqual(StateFormat.Magic);
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    /// <summary>Opens the state of a fold.</summary>
    internal Stream OpenPart(SavedPart part)
    {
        var bytes = new byte[part.Length];
        Fill(file, bytes, part.Offset);
        return new MemoryStream(bytes, writable: false);
    }

    private static StateManifest Read(string path, FileStream file)
    {
        var magic = new byte[StateFormat.Magic.Length];
        if (file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false) < magic.Length || !magic.AsSpan().SequenceEqual(StateFormat.Magic))
            throw StateFormat.Refusal(path, "is no file of states; give files that infoscope compare --save-state wrote.");
        var tail = new byte[StateFormat.TailBytes];
        var end = file.Length - StateFormat.TailBytes;
        if (end < magic.Length) throw Damaged(path);
        Fill(file, tail, end);
        if (!HashOf(file, end + sizeof(long)).AsSpan().SequenceEqual(tail.AsSpan(sizeof(long)))) throw Damaged(path);
        var length = BinaryPrimitives.ReadInt64LittleEndian(tail);
        if (length < 0 || length > end - magic.Length || length > Array.MaxLength) throw Damaged(path);
        var text = new byte[length];
        Fill(file, text, end - length);
        try
        {
            var manifest = JsonSerializer.Deserialize<StateManifest>(text, StateJson.Options);
            if (manifest is not null && ManifestChecks.AreMet(manifest, end - length)) return manifest;
        }
        catch (Exception failure) when (failure is JsonException or ArgumentException or NotSupportedException)
        {
            // Told below: what it says is not what this version writes.
        }

        throw StateFormat.Refusal(path, "was written by another version of infoscope, or by something else; save it again with this one.");
    }

    private static void Fill(FileStream file, Span<byte> bytes, long offset)
    {
        while (bytes.Length > 0)
        {
            var read = RandomAccess.Read(file.SafeFileHandle, bytes, offset);
            if (read == 0) throw new EndOfStreamException($"{file.Name} became shorter while it was read.");
            bytes = bytes[read..];
            offset += read;
        }
    }

    private static byte[] HashOf(FileStream file, long length)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[1 << 20];
        for (var offset = 0L; offset < length;)
        {
            var read = RandomAccess.Read(file.SafeFileHandle, block.AsSpan(0, (int)Math.Min(block.Length, length - offset)), offset);
            if (read == 0) break;
            hash.AppendData(block, 0, read);
            offset += read;
        }

        return hash.GetCurrentHash();
    }

    private static InvalidDataException Damaged(string path) => StateFormat.Refusal(path, "is damaged or cut short: its checksum is another; copy it again, or save it again.");
}
