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

    /// <summary>Makes sure that all the bytes are there, before memory is taken that only a stated length asks for; reads them all where nothing else tells.</summary>
    /// <exception cref="ArrayFileException">They are not.</exception>
    public virtual void Prove()
    {
    }
}
