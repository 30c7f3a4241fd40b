namespace Infoscope.Engine.States;

/// <summary>What a file of saved states says of itself, behind the states.</summary>
internal sealed record StateManifest
{
    public required string Host { get; init; }

    public required string Contract { get; init; }

    public required Shard Shard { get; init; }

    public required SavedSettings Settings { get; init; }

    public required IReadOnlyList<SavedEstimator> Estimators { get; init; }

    public required IReadOnlyList<SavedSet> Sets { get; init; }
}
