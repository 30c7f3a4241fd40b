namespace Infoscope;

/// <summary>Finds the name that a misspelt one was probably meant to be.</summary>
internal static class Suggestion
{
    /// <summary>Gives the candidate with the fewest changed, missing or added letters, null when even that one differs in more than a third of the letters typed.</summary>
    internal static string? For(string typed, IEnumerable<string> candidates)
    {
        var (nearest, distance) = candidates
            .Select(candidate => (candidate, distance: Distance(typed, candidate)))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest is not null && distance <= Math.Max(1, typed.Length / 3) ? nearest : null;
    }

    // The Levenshtein distance, by its rows.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
