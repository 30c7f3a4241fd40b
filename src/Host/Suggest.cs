namespace Infoscope.Host;

/// <summary>Helps with misspelt names.</summary>
internal static class Suggest
{
    /// <summary>Writes what may have been meant, or what there is.</summary>
    public static string Sentence(string name, IEnumerable<string> candidates)
    {
        var known = candidates.Order(StringComparer.Ordinal).ToArray();
        if (known.Length == 0) return "there are none.";
        var typed = name.TrimStart('-').ToLowerInvariant();
        var (nearest, distance) = known.Select(candidate => (candidate, Distance(typed, candidate.TrimStart('-').ToLowerInvariant()))).MinBy(pair => pair.Item2);
        if (typed.Length > 0 && distance <= Math.Max(1, (typed.Length + 1) / 3)) return $"did you mean {nearest}?";
        return $"there {(known.Length == 1 ? "is" : "are")} {string.Join(", ", known)}.";
    }

    // Levenshtein's distance, one row at a time.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[b.Length];
    }
}
