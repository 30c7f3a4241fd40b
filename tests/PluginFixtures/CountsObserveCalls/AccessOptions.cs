namespace Infoscope.Fixtures.CountsObserveCalls;

/// <summary>How the rows are asked for.</summary>
public sealed record AccessOptions
{
    [Option("How the rows are asked for.")]
    public RowAccess Access { get; init; } = RowAccess.Stream;

    [Option("The most rows that all-rows may hold.", Minimum = 1)]
    public long? MaximumRows { get; init; }

    internal InputRequirements Requirements() => new()
    {
        Access = Access,
        MaximumRows = MaximumRows,
        Sequences = Access == RowAccess.WholeSequences ? InputNeed.Required : InputNeed.None,
    };
}
