namespace Infoscope.Fixtures.ThrowsInObserve;

/// <summary>The options of <see cref="ThrowsInObserve"/>.</summary>
public sealed record ThrowsInObserveOptions
{
    [Option("Which call throws, counted from 1.", Minimum = 1)]
    public int Call { get; init; } = 1;

    [Option("A kind of the plugin's own.")]
    public Mood Mood { get; init; }
}
