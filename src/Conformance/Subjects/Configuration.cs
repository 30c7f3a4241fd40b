namespace Infoscope.Conformance;

/// <summary>One setting of an estimator's options under which laws are tested.</summary>
public sealed record Configuration
{
    /// <summary>Gets the text of each option that is set.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }

    /// <summary>Gets the text of every option as it is used, defaults included.</summary>
    public required IReadOnlyDictionary<string, string> Resolved { get; init; }

    /// <summary>Gets the options that are set, as <c>option=value</c> joined by commas, by name in ordinal order; empty for the defaults.</summary>
    public string Text => string.Join(",", Texts.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => $"{option.Key}={option.Value}"));

    /// <summary>Writes the options that are set.</summary>
    public override string ToString() => Text.Length == 0 ? "defaults" : Text;
}
