namespace Infoscope.Host.Scaffolding;

/// <summary>What <c>new estimator</c> was asked for.</summary>
internal sealed record NewRequest
{
    /// <summary>Gets the name of the plugin.</summary>
    public required string Name { get; init; }

    /// <summary>Gets whether it is one file that the host compiles itself.</summary>
    public bool IsSingleFile { get; init; }

    /// <summary>Gets the folder to write into; null is one named after the plugin, or the current one for a single file.</summary>
    public string? Output { get; init; }

    /// <summary>Gets plugins beside the installed ones, whose estimators have their ids already.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];
}
