using System.Security.Cryptography;

namespace Infoscope.Engine.States;

/// <summary>Passes bytes on to a stream, counts them, and takes their SHA-256.</summary>
internal sealed class HashedStream(Stream to) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long written;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => written;

    public override long Position
    {
        get => written;
        set => throw new NotSupportedException();
    }

    /// <summary>Gets why bytes could not be written; null when all were.</summary>
    public string? WriteFailure { get; private set; }

    /// <summary>Gives the hash of everything written so far.</summary>
    public byte[] Hash() => hash.GetCurrentHash();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            to.Write(buffer);
        }
        catch (IOException failure)
        {
            // A plugin that is saving is not to blame.
            WriteFailure ??= failure.Message;
            throw;
        }

        hash.AppendData(buffer);
        written += buffer.Length;
    }

    public override void Flush() => to.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Frees the hash. A plugin that closes what it was given to save into must not end the run, so disposing does nothing.</summary>
    public void Release() => hash.Dispose();
}
