namespace Infoscope;

/// <summary>The estimates of one estimation.</summary>
public sealed record EstimateSet
{
    /// <summary>Gets the estimates, in the order in which they are shown.</summary>
    public required IReadOnlyList<Estimate> Estimates { get; init; }

    /// <summary>Gets what a reader should know of all of them, such as a resolved temperature or the hash of the anchors.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
