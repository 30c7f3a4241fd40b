namespace Infoscope.Engine.States;

/// <summary>An activation set of a saved comparison.</summary>
internal sealed record SavedSet
{
    /// <summary>Gets the description without the names of the labels, which are the same for many activation sets.</summary>
    public required SetDescription Description { get; init; }

    /// <summary>Gets where the names of the labels of each label set stand in <see cref="StateManifest.LabelNames"/>.</summary>
    public required IReadOnlyList<int> LabelNames { get; init; }

    /// <summary>Gets the SHA-256 of rows, labels and everything else that was fed.</summary>
    public required string Content { get; init; }

    public required IReadOnlyList<SavedPass> Passes { get; init; }

    public required IReadOnlyList<SavedRun> Runs { get; init; }
}
