namespace Infoscope.Loading;

/// <summary>A label source, as the attributes of its class describe it.</summary>
/// <remarks>Read from metadata: none of the plugin's code has run. The attributes in it are the contract's own.</remarks>
public sealed record LabelSourceDescription
{
    /// <summary>Gets the id, unique among the label sources of a catalog: the word that starts a specification.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the one-sentence description.</summary>
    public required string Summary { get; init; }

    /// <summary>Gets the full name of the class.</summary>
    public required string TypeName { get; init; }

    /// <summary>Gets the arguments in order of position.</summary>
    public required IReadOnlyList<LabelArgumentAttribute> Arguments { get; init; }

    /// <summary>Gets the plugin it comes from.</summary>
    public required PluginIdentity Plugin { get; init; }
}
