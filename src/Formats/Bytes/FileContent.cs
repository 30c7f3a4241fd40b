using Microsoft.Win32.SafeHandles;

namespace Infoscope.Formats;

/// <summary>The bytes of an open file, read by position, so that threads share no cursor.</summary>
internal sealed class FileContent : ByteSource, IDisposable
{
    private readonly SafeFileHandle handle;

    private FileContent(string path, SafeFileHandle handle, long length)
    {
        Name = path;
        this.handle = handle;
        Length = length;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override long Length { get; }

    /// <summary>Opens a file that has at least one byte.</summary>
    public static FileContent Open(string path)
    {
        if (Directory.Exists(path)) throw new ArrayFileException($"{path} is a folder; name a file in it.");
        SafeFileHandle? handle = null;
        try
        {
            // A pipe has 0 bytes too; to open it would wait for someone who writes.
            if (new FileInfo(path) is { Exists: true, Length: 0 }) throw new ArrayFileException($"{path} is empty (0 bytes), or a pipe, which cannot be read by position; save it as a file.");
            handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var length = RandomAccess.GetLength(handle);
            return new FileContent(path, handle, length);
        }
        catch (Exception failure)
        {
            handle?.Dispose();
            throw failure switch
            {
                ArrayFileException => failure,
                FileNotFoundException or DirectoryNotFoundException => new ArrayFileException($"{path} does not exist; check the path (the current folder is {Environment.CurrentDirectory}).", failure),
                UnauthorizedAccessException => new ArrayFileException($"{path} may not be read by this user; change its permissions.", failure),
                NotSupportedException => new ArrayFileException($"{path} is not a regular file and cannot be read by position; copy it to a regular file.", failure),
                ArgumentException => new ArrayFileException($"'{path}' is not a path of this system ({failure.Message}); name an existing file.", failure),
                IOException => new ArrayFileException($"{path} cannot be opened ({failure.Message}); check the file.", failure),
                _ => failure,
            };
        }
    }

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                var count = RandomAccess.Read(handle, bytes, offset);
                if (count == 0) throw new ArrayFileException($"{Name} ended at byte {offset} while it was read, before its {Length} bytes; something shortened it, so save it again.");
                bytes = bytes[count..];
                offset += count;
            }
        }
        catch (IOException failure) when (failure is not ArrayFileException)
        {
            throw new ArrayFileException($"{Name} cannot be read at byte {offset} ({failure.Message}); check the disk.", failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();
}
