namespace Infoscope.Conformance;

/// <summary>Reads options written as <c>option=value</c>.</summary>
internal static class OptionText
{
    /// <summary>Splits <c>option=value</c>; without an equals sign the value is empty.</summary>
    public static (string Name, string Value) Pair(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (text.Trim(), "") : (text[..equals].Trim(), text[(equals + 1)..].Trim());
    }

    /// <summary>Splits several, joined by commas.</summary>
    public static IEnumerable<(string Name, string Value)> Pairs(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Pair);
}
