namespace Infoscope;

/// <summary>An option of a plugin as a user sees it.</summary>
public sealed record OptionDescription
{
    /// <summary>Gets the name, in lower case with hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the one-sentence description.</summary>
    public required string Summary { get; init; }

    /// <summary>Gets what is allowed, in words.</summary>
    public required string Allowed { get; init; }

    /// <summary>Gets the default value as text; empty when the option has none.</summary>
    public required string Default { get; init; }
}
