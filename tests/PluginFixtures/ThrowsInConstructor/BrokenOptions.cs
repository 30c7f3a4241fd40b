namespace Infoscope.Fixtures.ThrowsInConstructor;

/// <summary>Options whose defaults cannot be computed.</summary>
public sealed record BrokenOptions
{
    public BrokenOptions() => throw new LicenceException("no default today");

    [Option("Never read.")]
    public int Unused { get; init; }
}
