namespace Infoscope.Loading;

/// <summary>A usable plugin, as its metadata describes it.</summary>
public sealed record PluginDescription
{
    /// <summary>Gets the name, path, version and contract.</summary>
    public required PluginIdentity Identity { get; init; }

    /// <summary>Gets the usable estimators, by id in ordinal order.</summary>
    public required IReadOnlyList<EstimatorDescription> Estimators { get; init; }

    /// <summary>Gets the usable label sources, by id in ordinal order.</summary>
    public required IReadOnlyList<LabelSourceDescription> LabelSources { get; init; }
}
