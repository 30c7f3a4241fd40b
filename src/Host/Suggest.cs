namespace Infoscope.Host;

/// <summary>Helps with misspelt names.</summary>
internal static class Suggest
{
    /// <summary>Writes what may have been meant, or what there is.</summary>
    public static string Sentence(string name, IEnumerable<string> candidates)
    {
        var known = candidates.Order(StringComparer.Ordinal).ToArray();
        if (known.Length == 0) return "there are none.";
        if (Suggestion.For(name, known) is { } nearest) return $"did you mean {nearest}?";
        return $"there {(known.Length == 1 ? "is" : "are")} {string.Join(", ", known)}.";
    }
}
