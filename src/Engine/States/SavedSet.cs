namespace Infoscope.Engine.States;

/// <summary>An activation set of a saved comparison.</summary>
internal sealed record SavedSet
{
    public required SetDescription Description { get; init; }

    /// <summary>Gets the SHA-256 of rows, labels and everything else that was fed.</summary>
    public required string Content { get; init; }

    public required IReadOnlyList<SavedPass> Passes { get; init; }

    public required IReadOnlyList<SavedRun> Runs { get; init; }
}
