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
    public static string Suggestion(string wanted, IEnumerable<string> names) =>
        Infoscope.Suggestion.For(wanted, names) is { } nearest ? $"; did you mean '{nearest}'?" : ".";
}
