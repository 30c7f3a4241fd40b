namespace Infoscope.Fixtures.OlderMinor;

/// <summary>The options of <see cref="CountsRows"/>.</summary>
public sealed record CountsRowsOptions
{
    [Option("What each row counts for.", Minimum = 1)]
    public int Step { get; init; } = 1;
}
