namespace Infoscope.Formats;

/// <summary>A member of an archive whose checksum is compared once its bytes were all read from the first on, as a pass over the rows does.</summary>
/// <remarks>Reads at other places are not checked. Checking stops after the first whole pass.</remarks>
internal sealed class CheckedMember(ByteSource member, uint checksum) : ByteSource
{
    private readonly Lock gate = new();
    private uint sofar;
    private long checkedTo;

    /// <inheritdoc/>
    public override string Name => member.Name;

    /// <inheritdoc/>
    public override long Length => member.Length;

    /// <inheritdoc/>
    public override void Prove() => member.Prove();

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> bytes)
    {
        member.Read(offset, bytes);
        if (Volatile.Read(ref checkedTo) == Length) return;
        lock (gate)
        {
            if (offset > checkedTo || offset + bytes.Length <= checkedTo) return;
            sofar = Crc32.Append(sofar, bytes[(int)(checkedTo - offset)..]);
            if (offset + bytes.Length == Length && sofar != checksum)
                throw new ArrayFileException($"{Name} does not have the checksum that the archive states; it is damaged, so save it again.");
            Volatile.Write(ref checkedTo, offset + bytes.Length);
        }
    }
}
