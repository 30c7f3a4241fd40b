using Infoscope.Engine.States;

namespace Infoscope.Engine;

/// <summary>An estimator as a comparison runs it: instance, identity and options.</summary>
public sealed record EstimatorEntry
{
    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the version of the plugin.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the estimator.</summary>
    public required IEstimator Estimator { get; init; }

    /// <summary>Gets the options.</summary>
    public required OptionValues Options { get; init; }

    /// <summary>Gets the quantities that the estimator declares; null leaves them unchecked.</summary>
    public IReadOnlyCollection<string>? Quantities { get; init; }

    /// <summary>Gets whether it is also run on doubled rows, to tell how far its values depend on the scale of the activations.</summary>
    public bool ProbesScale { get; init; }

    /// <summary>Gets what a saved state keeps of it; null when its states are not saved.</summary>
    public SavedEstimator? Saved { get; init; }

    /// <summary>Gets every option as it will be used, for the result.</summary>
    public IReadOnlyDictionary<string, string> ResolvedOptions { get; init; } = new Dictionary<string, string>();
}
