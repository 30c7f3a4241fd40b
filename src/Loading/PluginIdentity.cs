namespace Infoscope.Loading;

/// <summary>Which plugin something comes from.</summary>
public sealed record PluginIdentity
{
    /// <summary>Gets the name of the plugin's assembly.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the full path of the plugin's DLL or source file.</summary>
    public required string Path { get; init; }

    /// <summary>Gets the informational version without what follows a plus sign; the assembly version where there is none.</summary>
    /// <remarks>A source file that gives itself none has <c>source-</c> and the first twelve digits of the SHA-256 of its content.</remarks>
    public required string Version { get; init; }

    /// <summary>Gets the version of the contract that it was built against.</summary>
    public required ContractVersion Contract { get; init; }
}
