namespace Infoscope;

/// <summary>Finds the name that a misspelt one was probably meant to be.</summary>
public static class Suggestion
{
    private const int LongestName = 256;

    /// <summary>Gives the candidate with the fewest changed, missing or added letters, case aside.</summary>
    /// <returns>The candidate; null when even the nearest differs in more than a third of the letters typed, and in more than two.</returns>
    public static string? For(string typed, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(candidates);
        if (typed.Length > LongestName) return null;
        var (nearest, distance) = candidates
            .Where(candidate => candidate.Length <= LongestName)
            .Select(candidate => (candidate, distance: Distance(typed.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest is not null && distance < typed.Length && distance <= Math.Max(2, typed.Length / 3) ? nearest : null;
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
