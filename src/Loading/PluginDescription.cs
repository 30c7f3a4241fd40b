namespace Infoscope.Loading;

/// <summary>A usable plugin, as its metadata describes it.</summary>
public sealed record PluginDescription
{
    /// <summary>Gets the name, path, version and contract.</summary>
    public required PluginIdentity Identity { get; init; }

    /// <summary>Gets the usable estimators, by id in ordinal order.</summary>
    public required IReadOnlyList<EstimatorDescription> Estimators { get; init; }

    /// <summary>Gets what the compiler and the rules warned of, line by line as a compiler shows it; empty for a DLL.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Gets the assembly that a source file was compiled to; null for a DLL.</summary>
    public ReadOnlyMemory<byte>? Image { get; init; }

    /// <summary>Gets the usable label sources, by id in ordinal order.</summary>
    public required IReadOnlyList<LabelSourceDescription> LabelSources { get; init; }
}
