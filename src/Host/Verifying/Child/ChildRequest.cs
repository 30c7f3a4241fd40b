using Infoscope.Conformance;

namespace Infoscope.Host.Verifying.Child;

/// <summary>What a child process verifies; the first line that it reads.</summary>
internal sealed record ChildRequest
{
    /// <summary>Gets the path of the plugin's DLL or source file.</summary>
    public required string Plugin { get; init; }

    /// <summary>Gets the assembly that a source file was compiled to, so that the file may change meanwhile; null for a DLL.</summary>
    public ReadOnlyMemory<byte>? Image { get; init; }

    /// <summary>Gets the id of the estimator.</summary>
    public required string Estimator { get; init; }

    /// <summary>Gets the options that are set in every configuration.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>Gets the folder that the files of options are looked for in.</summary>
    public required string Folder { get; init; }

    /// <summary>Gets the settings.</summary>
    public required VerificationSettings Settings { get; init; }

    /// <summary>Gets the path of the journal.</summary>
    public string Journal { get; init; } = "";
}
