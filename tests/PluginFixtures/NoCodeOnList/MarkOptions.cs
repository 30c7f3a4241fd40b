namespace Infoscope.Fixtures.NoCodeOnList;

/// <summary>The options of <see cref="LeavesAMark"/>.</summary>
public sealed record MarkOptions
{
    [Option("The ink.")]
    public string Ink { get; init; } = "black";
}
