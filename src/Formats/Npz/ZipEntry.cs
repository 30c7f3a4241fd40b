namespace Infoscope.Formats;

/// <summary>A member of a zip archive, as the central directory states it.</summary>
internal sealed record ZipEntry
{
    /// <summary>Gets the name, with slashes.</summary>
    public required string Name { get; init; }

    /// <summary>Gets whether the member is deflated; it is stored as it is otherwise.</summary>
    public required bool IsDeflated { get; init; }

    /// <summary>Gets the bytes it takes in the archive.</summary>
    public required long CompressedLength { get; init; }

    /// <summary>Gets the bytes it holds.</summary>
    public required long Length { get; init; }

    /// <summary>Gets the checksum of the bytes it holds.</summary>
    public required uint Checksum { get; init; }

    /// <summary>Gets where its local header begins.</summary>
    public required long HeaderStart { get; init; }
}
