namespace Infoscope.Engine.States;

/// <summary>What a file of saved states says of itself, behind the states.</summary>
internal sealed record StateManifest
{
    public required string Host { get; init; }

    public required string Contract { get; init; }

    public required Shard Shard { get; init; }

    public required SavedSettings Settings { get; init; }

    public required IReadOnlyList<SavedEstimator> Estimators { get; init; }

    /// <summary>Gets whether a plugin was refused or failed.</summary>
    public bool AnyFailed { get; init; }

    public required IReadOnlyList<SavedSet> Sets { get; init; }

    /// <summary>Gets the names of the labels of each different label set.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> LabelNames { get; init; }

    /// <summary>Gives the description of an activation set with the names of its labels.</summary>
    public SetDescription Describe(int set) => Sets[set].Description with
    {
        Labels = [.. Sets[set].Description.Labels.Zip(Sets[set].LabelNames, (facts, place) => facts with { LabelNames = LabelNames[place] })],
    };
}
