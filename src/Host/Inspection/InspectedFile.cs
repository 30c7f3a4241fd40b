using Infoscope.Formats;

namespace Infoscope.Host.Inspection;

/// <summary>A file that was inspected.</summary>
internal sealed record InspectedFile
{
    /// <summary>Gets the file, as the user named it.</summary>
    public required string File { get; init; }

    /// <summary>Gets the arrays or columns.</summary>
    public required IReadOnlyList<Inspected> Items { get; init; }

    /// <summary>Gets the members that cannot be read.</summary>
    public IReadOnlyList<UnreadableArray> Unreadable { get; init; } = [];

    /// <summary>Gets the texts that a .safetensors file holds beside its tensors.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
