namespace Infoscope.Compute;

/// <summary>A device that computes.</summary>
public sealed record ComputeDevice
{
    /// <summary>Gets the id that a user names it by, such as <c>cpu</c> or <c>cuda:0</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what it is, in words.</summary>
    public required string Description { get; init; }

    /// <summary>Gets its memory in bytes; 0 when that is not known.</summary>
    public long MemoryBytes { get; init; }
}
