using System.Buffers;
using System.IO.Compression;

namespace Infoscope.Formats;

/// <summary>A deflated member of an archive, inflated as it is read; never more than it claims to hold.</summary>
/// <remarks>One reader at a time holds the lock. Reading on is cheap, skipping forward inflates what lies between, going back starts over.</remarks>
internal sealed class InflatedMember(ByteSource deflated, string name, long length) : ByteSource, IDisposable
{
    private const int SkippedBytes = 1 << 14;

    private readonly Lock gate = new();
    private DeflateStream? inflater;
    private long position;
    private bool isProven;

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
            SkipTo(offset);
            while (!bytes.IsEmpty) bytes = bytes[Inflate(bytes)..];
            if (position == length) RefuseMore();
        }
    }

    /// <inheritdoc/>
    public override void Prove()
    {
        lock (gate)
        {
            if (isProven) return;
            StartOver();
            SkipTo(length);
            RefuseMore();
            isProven = true;
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

    private void SkipTo(long offset)
    {
        if (position == offset) return;
        var skipped = ArrayPool<byte>.Shared.Rent(SkippedBytes);
        try
        {
            while (position < offset) Inflate(skipped.AsSpan(0, (int)Math.Min(skipped.Length, offset - position)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(skipped);
        }
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
        Span<byte> more = stackalloc byte[1];
        if (InflateSome(more) != 0)
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
            throw new ArrayFileException($"{name} cannot be inflated after byte {position}, for what stands there is not deflate; it is damaged, so save it again.", failure);
        }
    }
}
