namespace Infoscope.Host;

/// <summary>Helps with misspelt names.</summary>
internal static class Suggest
{
    // Shorter parts are in too many names to mean one of them.
    private const int ShortestPart = 3;

    /// <summary>Lists the first names and counts the rest.</summary>
    public static string List(IReadOnlyCollection<string> names, int most) => string.Join(", ", names.Take(most)) + (names.Count > most ? $" and {names.Count - most} more" : "");

    /// <summary>Writes what may have been meant, the nearest name or the only one with the typed part in it, or what there is.</summary>
    public static string Sentence(string name, IEnumerable<string> candidates)
    {
        var known = candidates.Order(StringComparer.Ordinal).ToArray();
        if (known.Length == 0) return "there are none.";
        if (Suggestion.For(name, known) is { } nearest) return $"did you mean {nearest}?";
        var holding = name.Length < ShortestPart ? [] : known.Where(candidate => candidate.Contains(name, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (holding.Length == 1) return $"did you mean {holding[0]}?";
        return $"there {(known.Length == 1 ? "is" : "are")} {string.Join(", ", known)}.";
    }
}
