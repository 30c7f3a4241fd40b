namespace Infoscope.Host.Verifying;

/// <summary>What the user asked verify for, as it was typed.</summary>
internal sealed record VerifyRequest
{
    /// <summary>Gets the plugin: a folder, a DLL, a .cs file, or the id of an installed estimator.</summary>
    public required string Plugin { get; init; }

    /// <summary>Gets the plugins beside the installed ones, among which an id is looked for.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>Gets the ids of the estimators; null is all.</summary>
    public IReadOnlyList<string>? Estimators { get; init; }

    /// <summary>Gets the names of the laws; null is all.</summary>
    public IReadOnlyList<string>? Laws { get; init; }

    /// <summary>Gets the options that are set.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>Gets the number of cases of a law.</summary>
    public int? Cases { get; init; }

    /// <summary>Gets the seed.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Gets the case to run again.</summary>
    public string? Replay { get; init; }

    /// <summary>Gets the format of the report.</summary>
    public string Format { get; init; } = "table";

    /// <summary>Gets the number of threads.</summary>
    public int? Threads { get; init; }

    /// <summary>Gets the seconds that one case may take.</summary>
    public double? TimeLimit { get; init; }

    /// <summary>Gets the memory that the process of an estimator may take.</summary>
    public string? Memory { get; init; }

    /// <summary>Gets whether counterexamples are saved.</summary>
    public bool Save { get; init; }
}
