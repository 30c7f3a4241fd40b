namespace Infoscope.Formats;

/// <summary>Lists names in messages and finds the one that was meant.</summary>
internal static class Names
{
    private const int MostListed = 12;

    /// <summary>Lists the first names with commas between, and counts the rest.</summary>
    public static string List(IReadOnlyCollection<string> names)
    {
        var shown = string.Join(", ", names.Take(MostListed).Select(name => $"'{name}'"));
        return names.Count > MostListed ? $"{shown} and {names.Count - MostListed} more" : shown;
    }

    /// <summary>Ends a sentence, asking whether the nearest name was meant when one is near.</summary>
    public static string Suggestion(string wanted, IEnumerable<string> names)
    {
        var nearest = names.Where(name => name.Length < 256).Select(name => (Name: name, Distance: Distance(wanted, name))).OrderBy(pair => pair.Distance).FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(1, wanted.Length / 3) ? $"; did you mean '{nearest.Name}'?" : ".";
    }

    // Levenshtein: the fewest insertions, deletions and replacements, ignoring case.
    private static int Distance(string from, string to)
    {
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = previous[j - 1] + (char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replaced, 1 + Math.Min(previous[j], current[j - 1]));
            }

            previous = current;
        }

        return previous[to.Length];
    }
}
