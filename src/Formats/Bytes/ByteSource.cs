namespace Infoscope.Formats;

/// <summary>Bytes that can be read at any place.</summary>
internal abstract class ByteSource
{
    /// <summary>Gets the file, or the file and the member, for messages.</summary>
    public abstract string Name { get; }

    /// <summary>Gets the number of bytes.</summary>
    public abstract long Length { get; }

    /// <summary>Fills the span from a place; safe for any number of threads.</summary>
    /// <exception cref="ArrayFileException">The bytes are not there.</exception>
    public abstract void Read(long offset, Span<byte> bytes);
}
