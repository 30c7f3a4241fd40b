namespace Infoscope.Loading;

/// <summary>A plugin, or one class of it, that cannot be used, and why.</summary>
/// <remarks>Holds text alone, so keeping it never keeps a plugin loaded.</remarks>
public sealed record PluginRefusal
{
    /// <summary>Gets the sort of failure.</summary>
    public required PluginFailure Failure { get; init; }

    /// <summary>Gets the full path of the DLL, source file or folder.</summary>
    public required string Path { get; init; }

    /// <summary>Gets one sentence on one line: the path, what was found, what was wanted, what to do.</summary>
    public required string Sentence { get; init; }

    /// <summary>Gets what belongs below the sentence, line by line: what the compiler said of a source file, each with its line of the file.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>Writes the failure and the sentence.</summary>
    public override string ToString() => $"{Failure}: {Sentence}";
}
