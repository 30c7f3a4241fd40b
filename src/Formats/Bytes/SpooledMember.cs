using Microsoft.Win32.SafeHandles;

namespace Infoscope.Formats;

/// <summary>A deflated member that is read all over the place, and so is inflated once to a temporary file.</summary>
internal sealed class SpooledMember(ByteSource inflated) : ByteSource, IDisposable
{
    private const int BlockBytes = 1 << 18;

    private readonly Lock gate = new();
    private SafeFileHandle? spool;
    private bool disposed;

    /// <inheritdoc/>
    public override string Name => inflated.Name;

    /// <inheritdoc/>
    public override long Length => inflated.Length;

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> bytes)
    {
        var handle = Spool();
        try
        {
            while (!bytes.IsEmpty)
            {
                var count = RandomAccess.Read(handle, bytes, offset);
                if (count == 0) throw Failed(new EndOfStreamException());
                bytes = bytes[count..];
                offset += count;
            }
        }
        catch (IOException failure) when (failure is not ArrayFileException)
        {
            throw Failed(failure);
        }
    }

    /// <inheritdoc/>
    public override void Prove() => Spool();

    /// <summary>Deletes the temporary file.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            spool?.Dispose();
            spool = null;
        }
    }

    private SafeFileHandle Spool()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return spool ??= Fill();
        }
    }

    private SafeFileHandle Fill()
    {
        SafeFileHandle? handle = null;
        try
        {
            var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
            var block = new byte[(int)Math.Min(BlockBytes, Length)];
            for (var offset = 0L; offset < Length; offset += block.Length)
            {
                var part = block.AsSpan(0, (int)Math.Min(block.Length, Length - offset));
                inflated.Read(offset, part);
                RandomAccess.Write(handle, part, offset);
            }

            return handle;
        }
        catch (Exception failure)
        {
            handle?.Dispose();
            throw failure is UnauthorizedAccessException or (IOException and not ArrayFileException) ? Failed(failure) : failure;
        }
    }

    private ArrayFileException Failed(Exception failure) => new(
        $"{Name} is deflated and in Fortran order, and the temporary file of {Length} bytes that reading it needs failed ({failure.Message}); free space in {Path.GetTempPath()}, or save it as np.ascontiguousarray(x).", failure);
}
