namespace Infoscope.Analyzers.Contract;

/// <summary>Options written as <c>option=value</c>, several joined by commas.</summary>
internal static class OptionText
{
    /// <summary>Splits the text; a value is null where there is no equals sign.</summary>
    public static IEnumerable<(string Name, string? Value)> Pairs(string text)
    {
        foreach (var part in text.Split(','))
        {
            if (string.IsNullOrWhiteSpace(part)) continue;
            var equals = part.IndexOf('=');
            yield return equals < 0 ? (part.Trim(), null) : (part.Substring(0, equals).Trim(), part.Substring(equals + 1).Trim());
        }
    }

    /// <summary>Gives the text in an order that does not depend on how it was written.</summary>
    public static string? Normalized(string? text) =>
        text is null ? null : string.Join(",", Pairs(text).Select(pair => $"{pair.Name}={pair.Value}").OrderBy(pair => pair, StringComparer.Ordinal));
}
