using System.IO.Compression;

namespace Infoscope.Formats;

/// <summary>A deflated member of an archive, inflated as it is read; never more than it claims to hold.</summary>
/// <remarks>One reader at a time holds the lock. Reading on is cheap, skipping forward inflates what lies between, going back starts over.</remarks>
internal sealed class InflatedMember(ByteSource deflated, string name, long length) : ByteSource, IDisposable
{
    private readonly Lock gate = new();
    private readonly byte[] skipped = new byte[4096];
    private DeflateStream? inflater;
    private long position;

    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override long Length => length;

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> bytes)
    {
        lock (gate)
        {
            if (inflater is null || offset < position) StartOver();
            while (position < offset) Inflate(skipped.AsSpan(0, (int)Math.Min(skipped.Length, offset - position)));
            while (!bytes.IsEmpty) bytes = bytes[Inflate(bytes)..];
            if (position == length) RefuseMore();
        }
    }

    /// <summary>Frees the decompressor until the next read.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            inflater?.Dispose();
            inflater = null;
        }
    }

    private void StartOver()
    {
        inflater?.Dispose();
        inflater = new DeflateStream(new ForwardStream(deflated), CompressionMode.Decompress);
        position = 0;
    }

    private int Inflate(Span<byte> bytes)
    {
        var count = InflateSome(bytes);
        if (count == 0) throw new ArrayFileException($"{name} ends after {position} of {length} bytes when inflated; it is damaged, so save it again.");
        position += count;
        return count;
    }

    private void RefuseMore()
    {
        if (InflateSome(skipped.AsSpan(0, 1)) != 0)
            throw new ArrayFileException($"{name} inflates to more than the {length} bytes that the archive states; it is damaged or hostile, so save it again.");
    }

    private int InflateSome(Span<byte> bytes)
    {
        try
        {
            return inflater!.Read(bytes);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException and not ArrayFileException)
        {
            throw new ArrayFileException($"{name} cannot be inflated after byte {position} ({failure.Message}); it is damaged, so save it again.", failure);
        }
    }
}
