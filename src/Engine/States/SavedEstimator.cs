namespace Infoscope.Engine.States;

/// <summary>An estimator of a saved comparison: what must be loaded to go on with its states.</summary>
public sealed record SavedEstimator
{
    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version of the plugin.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the text of each option that was set.</summary>
    public required IReadOnlyDictionary<string, string> OptionTexts { get; init; }

    /// <summary>Gets the arrays that the texts name.</summary>
    public required IReadOnlyDictionary<string, SavedArray> Arrays { get; init; }
}
