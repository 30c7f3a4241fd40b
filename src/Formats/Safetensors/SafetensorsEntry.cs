namespace Infoscope.Formats;

/// <summary>A tensor as the header of a .safetensors file states it.</summary>
internal sealed record SafetensorsEntry
{
    /// <summary>Gets the name.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the name of its element type.</summary>
    public required string Type { get; init; }

    /// <summary>Gets the length of each axis.</summary>
    public required IReadOnlyList<long> Shape { get; init; }

    /// <summary>Gets where its bytes begin, behind the header.</summary>
    public required long Begin { get; init; }

    /// <summary>Gets where its bytes end.</summary>
    public required long End { get; init; }
}
