namespace Infoscope.Formats;

/// <summary>A stretch of a file, such as a member that an archive holds uncompressed.</summary>
internal sealed class FileRegion(FileContent file, string name, long start, long length) : ByteSource
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> bytes) => file.Read(start + offset, bytes);
}
