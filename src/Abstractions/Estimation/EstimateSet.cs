namespace Infoscope;

/// <summary>The estimates of one estimation.</summary>
public sealed record EstimateSet
{
    /// <summary>Gets the estimates, in the order in which they are shown.</summary>
    public required IReadOnlyList<Estimate> Estimates { get; init; }

    /// <summary>Gets what the estimator settled on, by name, so that a result can be made again: a resolved temperature, the hash of the anchors.</summary>
    /// <remarks>Since contract 1.1.</remarks>
    public IReadOnlyDictionary<string, string> Facts { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets what a reader should know of all of them, such as how many rows were left out and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
